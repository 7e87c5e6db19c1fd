import { createLocalPresence } from '../../../../service/backend/memory/presence.js';
import { createSharedTime } from '../../../support/shared-time.js';
import { presenceContract } from '../presence-contract.js';

presenceContract('memory', async () => {
  const { clock, pass } = createSharedTime();
  const presence = createLocalPresence({ clock });
  return { processes: [presence, presence], pass, close: async () => presence.close() };
});
