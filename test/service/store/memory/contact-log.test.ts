import { createMemoryContactLog } from '../../../../service/store/memory/contact-log.js';
import { contactLogContract } from '../contact-log-contract.js';

contactLogContract('memory', async () => createMemoryContactLog());
