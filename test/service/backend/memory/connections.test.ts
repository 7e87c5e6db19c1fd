import { createLocalConnections } from '../../../../service/backend/memory/connections.js';
import { createSharedTime } from '../../../support/shared-time.js';
import { connectionsContract, graceUnderTest } from '../connections-contract.js';

connectionsContract('memory', async () => {
  const { clock, pass } = createSharedTime();
  const connections = createLocalConnections({ clock, grace: graceUnderTest });
  const close = async (): Promise<void> => connections.close();
  return { processes: [connections, connections], now: () => clock.now(), pass, close };
});
