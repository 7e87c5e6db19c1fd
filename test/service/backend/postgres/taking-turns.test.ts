import { createAllowances } from '../../../../service/backend/postgres/allowance.js';
import { createClaims } from '../../../../service/backend/postgres/claims.js';
import { PostgresContactLog } from '../../../../service/backend/postgres/log/contact-log.js';
import { createOffers } from '../../../../service/backend/postgres/offers.js';
import { createThrottle } from '../../../../service/backend/postgres/throttle.js';
import { inTurn, openProcesses } from '../../../support/postgres/processes.js';
import { allowanceContract } from '../allowance-contract.js';
import { claimsContract } from '../claims-contract.js';
import { entry, summary } from '../contact-log-contract.js';
import { offersContract } from '../offers-contract.js';
import { throttleContract } from '../throttle-contract.js';

/** Two processes that have their leases. */
async function openBeating() {
  const test = await openProcesses();
  for (const { pulse } of test.processes) await pulse.begin();
  return test;
}

claimsContract('PostgreSQL', async () => {
  const test = await openBeating();
  const [here, there] = test.processes.map((each) => {
    const claims = createClaims(each);
    return { ...claims, take: inTurn(test, (name: string, atMost: number) => claims.take(name, atMost)) };
  });
  return { processes: [here!, there!], close: test.close };
});
offersContract('PostgreSQL', async () => {
  const test = await openBeating();
  const [here, there] = test.processes.map((each) => ({ reserve: inTurn(test, createOffers(each).reserve) }));
  const log = new PostgresContactLog({ ...test.processes[0], onDeadlines: () => undefined });
  return {
    processes: [here!, there!],
    async serve(contactId, agentId) {
      await log.append(contactId, 0, [entry('x')], summary(contactId, { activeAgentIds: [agentId] }));
    },
    close: test.close,
  };
});
allowanceContract('PostgreSQL', async () => {
  const { processes, pass, close } = await openBeating();
  const [here, there] = processes.map(({ database }) => createAllowances(database));
  return { processes: [here!, there!], pass, close };
});
throttleContract('PostgreSQL', async () => {
  const { processes, pass, close } = await openBeating();
  const [here, there] = processes.map(({ database }) => createThrottle(database));
  return { processes: [here!, there!], pass, close };
});
