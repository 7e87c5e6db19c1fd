import type { TSchema } from 'typebox';
import type { Collection, CollectionDefinition, Configuration } from '../backend/configuration.js';
import type { Database } from '../backend/postgres/database/database.js';
import { importDocuments } from '../backend/postgres/moving/import-documents.js';
import { openConfiguration } from '../open-configuration.js';

/** A collection of an installation. */
export interface OpenCollection {
  name: string;
  keepsEarlier: boolean;
  collection: Collection<unknown>;
}

/** Opens all collections that the service knows, whichever they are, and the installation's own id. */
export async function openCollections(
  configuration: Configuration,
): Promise<{ collections: OpenCollection[]; sampleWidgetId: string | undefined }> {
  const collections: OpenCollection[] = [];
  const recording: Configuration = {
    async open<Schema extends TSchema>(definition: CollectionDefinition<Schema>) {
      const collection = await configuration.open(definition);
      const { name, keepsEarlier = false } = definition;
      collections.push({ name, keepsEarlier, collection: collection as Collection<unknown> });
      return collection;
    },
  };
  const { instance } = await openConfiguration(recording);
  return { collections, sampleWidgetId: (await instance.get('instance'))?.value.sampleWidgetId };
}

/** Copies a collection with all versions. Resolves with the number of its documents. */
export async function copyCollection(
  { name, keepsEarlier, collection }: OpenCollection,
  to: Database,
): Promise<number> {
  const documents = await collection.list();
  const histories = [];
  for (const document of documents)
    histories.push({ document, earlier: keepsEarlier ? await collection.earlier(document.id) : [] });
  await importDocuments(to, name, histories);
  return documents.length;
}
