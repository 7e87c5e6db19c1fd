import { createMemoryContactLog } from '../../../../service/backend/memory/contact-log.js';
import { contactLogContract } from '../contact-log-contract.js';

contactLogContract('memory', async () => ({ log: createMemoryContactLog(), close: () => Promise.resolve() }));
