import { createMemoryContactLog } from '../../../../service/backend/memory/contact-log.js';
import { createLocalOffers } from '../../../../service/backend/memory/offers.js';
import { entry, summary } from '../contact-log-contract.js';
import { offersContract } from '../offers-contract.js';

const close = (): Promise<void> => Promise.resolve();

offersContract('memory, one process', async () => {
  const offers = createLocalOffers();
  return { processes: [offers, offers], close };
});
offersContract('memory, several processes', async () => {
  const log = createMemoryContactLog();
  const offers = createLocalOffers({ storedLoadOf: (agentId) => log.loadOf(agentId) });
  return {
    processes: [offers, offers],
    async serve(contactId, agentId) {
      await log.append(contactId, 0, [entry('x')], summary(contactId, { activeAgentIds: [agentId] }));
    },
    close,
  };
});
