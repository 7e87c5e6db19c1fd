import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../../../errors.js';
import type { Versioned } from '../../configuration.js';
import { dropUnknownMembers } from './drop-unknown-members.js';
import { parseJsonFile } from './read-json-file.js';

/** Earlier versions of documents: one append-only file of JSON lines per id. */
export interface Archive<T> {
  archive(document: Versioned<T>): Promise<void>;
  readArchive(id: string): Promise<Versioned<T>[]>;
}

/**
 * Opens the archive in `folder` (absolute), which need not exist. Versions of other releases are adapted:
 * missing members get their defaults, unknown ones are dropped.
 */
export function openArchive<T>(folder: string, schema: TSchema): Archive<T> {
  // An id becomes a file name here, so it must not contain a path.
  const fileOf = (id: string): string =>
    join(folder, `${encodeURIComponent(id).replaceAll('.', '%2E')}.jsonl`);

  return {
    async archive(document) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await addLine(fileOf(document.id), JSON.stringify(document));
      } catch (cause) {
        throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
      }
    },
    async readArchive(id) {
      const file = fileOf(id);
      const { lines } = await readWhole(file);
      return lines.map((line, index) => {
        const stored = parseJsonFile(`${file}, line ${index + 1},`, line) as Versioned<T>;
        const { value } = dropUnknownMembers(schema, stored.value);
        return { ...stored, value: Value.Default(schema, value) as T };
      });
    },
  };
}

/**
 * Resolves when the line is durable. First cuts off a line that a crash left incomplete: that version was
 * never replaced.
 */
async function addLine(file: string, line: string): Promise<void> {
  const { bytes, hasTornEnd } = await readWhole(file);
  if (hasTornEnd) await truncate(file, bytes);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The complete lines, and their size in bytes. */
async function readWhole(file: string): Promise<{ lines: string[]; bytes: number; hasTornEnd: boolean }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').filter(Boolean);
  return { lines, bytes: Buffer.byteLength(whole), hasTornEnd: whole.length < text.length };
}
