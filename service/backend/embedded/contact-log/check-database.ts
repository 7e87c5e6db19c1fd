import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readJournal } from '../leveldb/check-journal.js';
import { contactKeys as keys } from './contact-keys.js';
import type { LogEnd } from './commit-queue.js';
import { writesOf } from '../leveldb/journal-batches.js';
import { readTableList, type TableFile, type TableList } from '../leveldb/table-list.js';

/** The result of inspecting a database's folder. */
export interface Inspected {
  /** The first damage found: a file and what is wrong with it. */
  damage: string | null;
  /** The tables that belong to the database. */
  tables: TableFile[];
  /** The ends of logs in the journal whose marks are behind. */
  unmarked: LogEnd[];
}

/**
 * Inspects a LevelDB folder before it is opened, for damage that LevelDB ignores silently: a missing
 * `CURRENT` (it creates a new database), a missing journal, unreadable batches in a journal, a truncated list
 * of files. `isExpected` tells that a database must exist. The cost is reading the journal (16 MiB at most)
 * and the size of each table.
 */
export async function inspectDatabase(folder: string, isExpected = false): Promise<Inspected> {
  const names = await namesIn(folder);
  const nothing: Inspected = { damage: null, tables: [], unmarked: [] };
  if (!names.includes('CURRENT')) {
    const isDatabase = isExpected || names.some((name) => /^MANIFEST-|\.(ldb|sst|log)$/.test(name));
    return isDatabase ? { ...nothing, damage: 'its file CURRENT is missing' } : nothing;
  }
  try {
    const list = await readList(folder);
    await checkTables(folder, names, list);
    return { damage: null, tables: list.tables, unmarked: await readJournals(folder, names, list) };
  } catch (error) {
    if (error instanceof Damage) return { ...nothing, damage: error.message };
    // The process that holds the database has removed a file meanwhile. Opening reports that.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  }
}

/** A problem, in words that follow "is damaged:". */
class Damage extends Error {}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** Reads the list of files that `CURRENT` names. */
async function readList(folder: string): Promise<TableList> {
  const name = (await readFile(join(folder, 'CURRENT'), 'latin1')).replace(/\n$/, '');
  if (!/^MANIFEST-\d+$/.test(name)) throw new Damage('its file CURRENT names no list of files');
  const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Damage(`its file ${name} is missing`) : error;
  });
  const { damage, batches } = readJournal(bytes);
  if (damage) throw new Damage(`${name} can't be read at byte ${damage.at}`);
  if (batches.length === 0) throw new Damage(`${name} is ${bytes.length === 0 ? 'empty' : 'cut'}`);
  try {
    return readTableList(batches);
  } catch (error) {
    throw new Damage(`${name} is not a list of files: ${(error as Error).message}`);
  }
}

async function checkTables(folder: string, names: readonly string[], { tables }: TableList): Promise<void> {
  const present = new Set(names);
  for (const { number, size } of tables) {
    const name = [tableName(number, 'ldb'), tableName(number, 'sst')].find((each) => present.has(each));
    if (name === undefined) throw new Damage(`its file ${tableName(number, 'ldb')} is missing`);
    const found = await stat(join(folder, name));
    if (found.size !== size) throw new Damage(`${name} has ${found.size} bytes instead of ${size}`);
  }
}

/** Reads the journals that LevelDB will replay. */
async function readJournals(
  folder: string,
  names: readonly string[],
  { journal }: TableList,
): Promise<LogEnd[]> {
  const needed = tableName(journal, 'log');
  if (journal > 0 && !names.includes(needed)) throw new Damage(`its file ${needed} is missing`);
  const ends = new Map<string, number>();
  for (const name of names.filter((each) => each.endsWith('.log') && parseInt(each, 10) >= journal).sort()) {
    const { damage, batches } = readJournal(await readFile(join(folder, name)));
    if (damage) throw new Damage(`${name} can't be read at byte ${damage.at}`);
    for (const batch of batches) noteEnds(ends, batch);
  }
  return [...ends].map(([contactId, seq]) => ({ contactId, seq }));
}

function noteEnds(ends: Map<string, number>, batch: Buffer): void {
  for (const { key, isDeleted } of writesOf(batch)) {
    if (keys.isMark(key)) ends.delete(keys.markContact(key));
    else if (!keys.isEntry(key)) continue;
    else if (isDeleted) ends.delete(keys.entryContact(key));
    else ends.set(keys.entryContact(key), keys.entrySeq(key));
  }
}

/** The name of LevelDB's file with this number. */
export const tableName = (number: number, ending: string): string =>
  `${String(number).padStart(6, '0')}.${ending}`;
