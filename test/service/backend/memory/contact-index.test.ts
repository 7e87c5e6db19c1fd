import { createMemoryContactLog } from '../../../../service/backend/memory/contact-log.js';
import { MemoryContactIndex } from '../../../../service/backend/memory/contact-index.js';
import { contactIndexContract } from '../contact-index-contract.js';

contactIndexContract('memory', async () => {
  const log = createMemoryContactLog();
  return { log, index: new MemoryContactIndex(log.indexed), close: () => Promise.resolve() };
});
