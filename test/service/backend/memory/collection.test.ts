import { createMemoryCollection } from '../../../../service/backend/memory/collection.js';
import { collectionContract, DocumentSchema } from '../collection-contract.js';

collectionContract('memory', async (options) =>
  createMemoryCollection({ schema: DocumentSchema, ...options }),
);
