import { createMemoryCollection } from '../../../../service/store/memory/collection.js';
import { collectionContract, type Document } from '../collection-contract.js';

collectionContract('memory', async (options) => createMemoryCollection<Document>(options));
