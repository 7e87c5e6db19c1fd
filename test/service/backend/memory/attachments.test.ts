import { createMemoryAttachments } from '../../../../service/backend/memory/attachments.js';
import { attachmentsContract } from '../attachments-contract.js';

attachmentsContract('memory', async () => createMemoryAttachments());
