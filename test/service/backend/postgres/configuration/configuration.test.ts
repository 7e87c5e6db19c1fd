import { randomUUID } from 'node:crypto';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { PostgresConfiguration } from '../../../../../service/backend/postgres/configuration/configuration.js';
import { freshDatabase } from '../../../../support/postgres/processes.js';
import { collectionContract, DocumentSchema } from '../../collection-contract.js';
import { configurationContract } from '../../configuration-contract.js';

const openConfiguration = (database: Database): PostgresConfiguration =>
  new PostgresConfiguration({ database, nudge: () => undefined, onUnusable: () => undefined });

configurationContract('PostgreSQL', async () => {
  const database = new Database({ urls: [await freshDatabase()] });
  return { open: async () => openConfiguration(database), close: () => database.close() };
});

let shared: Promise<Database> | null = null;
const openShared = async (): Promise<Database> => new Database({ urls: [await freshDatabase()] });
collectionContract('PostgreSQL', async (options) => {
  const database = await (shared ??= openShared());
  return openConfiguration(database).open({ name: randomUUID(), schema: DocumentSchema, ...options });
});
