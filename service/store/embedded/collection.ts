import { readFile } from 'node:fs/promises';
import { Type, type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { ServiceError } from '../../errors.js';
import type { Collection, Versioned } from '../configuration.js';
import { createDocuments, type Documents } from '../documents.js';
import { openArchive } from './archive.js';
import { replaceFile } from './replace-file.js';

export interface FileCollectionOptions<Schema extends TSchema> {
  /** Absolute path of the JSON file; it need not exist. */
  file: string;
  /** What each document's value must be. */
  schema: Schema;
  /** Absolute path of the folder in which earlier versions are kept; none are where it is left out. */
  earlier?: string;
}

interface Stored<T> {
  version: number;
  updatedAt: string;
  updatedBy?: string;
  value: T;
}

/**
 * Opens a collection that is kept in one readable JSON file: documents by id. Rejects with a sentence that names the
 * file, the place in it and what it takes, where the file isn't as it should be; such a file is never written over.
 */
export async function openFileCollection<Schema extends TSchema>({
  file,
  schema,
  earlier,
}: FileCollectionOptions<Schema>): Promise<Collection<Static<Schema>>> {
  const documents = await readDocuments(file, schema);
  const save = async (next: Documents<Static<Schema>>): Promise<void> => {
    try {
      await replaceFile(file, toText(next));
    } catch (cause) {
      throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
    }
  };
  return createDocuments(documents, { save, ...(earlier && openArchive<Static<Schema>>(earlier)) });
}

async function readDocuments<Schema extends TSchema>(
  file: string,
  schema: Schema,
): Promise<Documents<Static<Schema>>> {
  const text = await readIfThere(file);
  if (text === null) return new Map();
  const stored = withDefaults(parse(file, text), schema);
  check(file, stored, schema);
  const records = Object.entries(stored as Record<string, Stored<Static<Schema>>>);
  return new Map(
    records.map(([id, record]): [string, Versioned<Static<Schema>>] => [
      id,
      { id, updatedBy: null, ...record },
    ]),
  );
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** What an earlier release did not know yet has its default. */
function withDefaults(stored: unknown, schema: TSchema): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  for (const record of Object.values(stored) as unknown[]) {
    if (typeof record !== 'object' || record === null || !('value' in record)) continue;
    record.value = Value.Default(schema, record.value);
  }
  return stored;
}

function check(file: string, stored: unknown, schema: TSchema): void {
  const version = Type.Integer({ minimum: 1 });
  const record = Type.Object(
    { version, updatedAt: Type.String(), updatedBy: Type.Optional(Type.String()), value: schema },
    { additionalProperties: false },
  );
  const [first] = Compile(Type.Record(Type.String(), record)).Errors(stored);
  if (first) throw new Error(`${file}: ${first.instancePath || 'the file'} ${first.message}.`);
}

/** Two-space JSON: what an operator may read, compare and restore. */
function toText<T>(documents: Documents<T>): string {
  const records = [...documents.values()].map(
    ({ id, version, updatedAt, updatedBy, value }): [string, Stored<T>] => [
      id,
      { version, updatedAt, ...(updatedBy !== null && { updatedBy }), value },
    ],
  );
  return `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`;
}
