import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { Collection, CollectionDefinition, Configuration } from '../../configuration.js';
import { checkStoredDocuments } from '../../embedded/configuration/check-stored-documents.js';
import { dropUnknownMembers } from '../../embedded/configuration/drop-unknown-members.js';
import { createDocumentCheck } from '../../memory/document-check.js';
import type { Database } from '../database/database.js';
import { PostgresCollection } from './collection.js';
import * as statements from './statements.js';

export interface PostgresConfigurationOptions {
  database: Database;
  /** Tells other processes that a document of this collection changed. */
  nudge: (collection: string) => void;
  /** Told of a document that another release stored, and this one can't use. */
  onUnusable: (collection: string, id: string) => void;
}

/** The collections of an installation, which several processes have open. */
export class PostgresConfiguration implements Configuration {
  readonly #options: PostgresConfigurationOptions;
  readonly #opened = new Map<string, PostgresCollection<unknown>>();

  constructor(options: PostgresConfigurationOptions) {
    this.#options = options;
  }

  async open<Schema extends TSchema>(
    definition: CollectionDefinition<Schema>,
  ): Promise<Collection<Static<Schema>>> {
    const { database, nudge, onUnusable } = this.#options;
    const { name, schema, keepsEarlier = false } = definition;
    await database.query(statements.addCollection, [name]);
    await refuseUnusable(database, definition);
    const compiled = Compile(schema);
    const collection = new PostgresCollection<Static<Schema>>({
      name,
      keepsEarlier,
      database,
      check: createDocumentCheck(schema),
      read(id, json) {
        const value = readValue(schema, json);
        if (compiled.Check(value)) return value;
        onUnusable(name, id);
        return null;
      },
      nudge: () => nudge(name),
    });
    await collection.refresh();
    this.#opened.set(name, collection as PostgresCollection<unknown>);
    return collection;
  }

  /** Another process changed a document. */
  async changed(name: string): Promise<void> {
    await this.#opened.get(name)?.refresh();
  }

  /** Reads what hints were lost of. */
  async beat(): Promise<void> {
    const rows = await this.#options.database.query<{ name: string; revision: number }>(statements.revisions);
    for (const { name, revision } of rows) await this.#opened.get(name)?.reach(revision);
  }
}

/** Throws a sentence that names the collection, the document and its member. */
async function refuseUnusable(
  database: Database,
  { name, schema, secrets = [] }: CollectionDefinition<TSchema>,
): Promise<void> {
  const rows = await database.query<statements.DocumentRow>(statements.changedDocuments, [name, 0]);
  const stored = rows.flatMap(({ id, version, updatedAt, value }): [string, unknown][] =>
    value === null ? [] : [[id, { version, updatedAt, value: readValue(schema, value) }]],
  );
  checkStoredDocuments(Object.fromEntries(stored), {
    file: `The collection ${name} in the database`,
    schema,
    secrets,
  });
}

/** What a later release stored and this one does not know is left out; what an earlier one did not know has its default. */
const readValue = (schema: TSchema, json: string): unknown =>
  Value.Default(schema, dropUnknownMembers(schema, JSON.parse(json)).value);
