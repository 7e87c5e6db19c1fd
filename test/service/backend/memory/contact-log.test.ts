import { createMemoryContactLog } from '../../../../service/backend/memory/contact-log.js';
import { changesContract } from '../changes-contract.js';
import { contactLogContract } from '../contact-log-contract.js';

const close = (): Promise<void> => Promise.resolve();

contactLogContract('memory', async () => ({ log: createMemoryContactLog(), close }));
changesContract('memory', async () => {
  const log = createMemoryContactLog();
  return { log, changes: log.changes, close };
});
