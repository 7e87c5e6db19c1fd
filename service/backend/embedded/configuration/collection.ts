import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../../../errors.js';
import type { Collection, Versioned } from '../../configuration.js';
import { createDocumentCheck } from '../../memory/document-check.js';
import { createDocuments, type Documents } from '../../memory/documents.js';
import { openArchive } from './archive.js';
import { checkStoredDocuments, storedDocumentSchema } from './check-stored-documents.js';
import { dropUnknownMembers } from './drop-unknown-members.js';
import { keepOriginal } from './keep-original.js';
import { parseJsonFile, readTextFile } from './read-json-file.js';
import { replaceFile } from '../data-folder/replace-file.js';

export interface FileCollectionOptions<Schema extends TSchema> {
  /** Absolute path of the JSON file, which need not exist. */
  file: string;
  /** The schema of each document's value. */
  schema: Schema;
  /** Absolute path of the folder for earlier versions. If omitted, none are kept. */
  earlier?: string;
  /** Names of members whose values must not appear in messages. */
  secrets?: readonly string[];
  /** Called after unknown members were dropped from the file. */
  onRepaired?: (repair: Repair) => void;
}

/** The change that a start made to a file. */
export interface Repair {
  file: string;
  /** JSON pointers (RFC 6901) of the dropped members. */
  dropped: string[];
  /** Path of the copy of the original file. */
  kept: string;
}

interface Stored<T> {
  version: number;
  updatedAt: string;
  updatedBy?: string;
  value: T;
}

/**
 * Opens a collection that is stored in one readable JSON file: documents by id. Members that the schema
 * doesn't know are dropped, and a copy of the original file is kept beside it. If the file is invalid in
 * another way, rejects with a sentence that names the file, the JSON pointer, the value and what it accepts.
 * Such a file is never overwritten.
 */
export async function openFileCollection<Schema extends TSchema>(
  options: FileCollectionOptions<Schema>,
): Promise<Collection<Static<Schema>>> {
  const { file, schema, earlier } = options;
  const save = async (next: Documents<Static<Schema>>): Promise<void> => {
    try {
      await replaceFile(file, toText(next));
    } catch (cause) {
      throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
    }
  };
  return createDocuments({
    initial: await readDocuments(options),
    check: createDocumentCheck(schema),
    keeper: { save, ...(earlier && openArchive<Static<Schema>>(earlier, schema)) },
  });
}

async function readDocuments<Schema extends TSchema>(
  options: FileCollectionOptions<Schema>,
): Promise<Documents<Static<Schema>>> {
  const { file, schema, onRepaired } = options;
  const text = await readTextFile(file);
  if (text === null) return new Map();
  const { value, dropped } = withKnownMembers(parseJsonFile(file, text), storedDocumentSchema(schema));
  const stored = withDefaults(value, schema);
  checkStoredDocuments(stored, options);
  const documents = toDocuments(stored as Record<string, Stored<Static<Schema>>>);
  if (dropped.length > 0) {
    const kept = await keepOriginal(file, text);
    await replaceFile(file, toText(documents));
    onRepaired?.({ file, dropped, kept });
  }
  return documents;
}

/**
 * Drops unknown members: an early release stored unchecked writes, and a later release may have added
 * members.
 */
function withKnownMembers(stored: unknown, record: TSchema): { value: unknown; dropped: string[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { value: stored, dropped: [] };
  const dropped: string[] = [];
  const known = Object.entries(stored).map(([id, given]): [string, unknown] => {
    const each = dropUnknownMembers(record, given);
    dropped.push(...each.dropped.map((pointer) => `/${escapePointer(id)}${pointer}`));
    return [id, each.value];
  });
  return { value: Object.fromEntries(known), dropped };
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Adds defaults for members that an earlier release didn't have. */
function withDefaults(stored: unknown, schema: TSchema): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  for (const record of Object.values(stored) as unknown[]) {
    if (typeof record !== 'object' || record === null || !('value' in record)) continue;
    record.value = Value.Default(schema, record.value);
  }
  return stored;
}

function toDocuments<T>(stored: Record<string, Stored<T>>): Documents<T> {
  return new Map(
    Object.entries(stored).map(([id, record]): [string, Versioned<T>] => [
      id,
      { id, updatedBy: null, ...record },
    ]),
  );
}

/** JSON with an indent of two spaces, which an operator can read, compare and restore. */
function toText<T>(documents: Documents<T>): string {
  const records = [...documents.values()].map(
    ({ id, version, updatedAt, updatedBy, value }): [string, Stored<T>] => [
      id,
      { version, updatedAt, ...(updatedBy !== null && { updatedBy }), value },
    ],
  );
  return `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`;
}
