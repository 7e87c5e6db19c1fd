import { createMemoryAttachments } from '../../../../service/store/memory/attachments.js';
import { attachmentsContract } from '../attachments-contract.js';

attachmentsContract('memory', async () => createMemoryAttachments());
