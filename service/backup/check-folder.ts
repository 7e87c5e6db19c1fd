import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findTableDamage } from '../backend/embedded/leveldb/check-table.js';
import type { ContactRecord } from '../backend/embedded/contact-log/contact-records.js';
import { checkParts, readInventory } from '../backend/embedded/data-folder/inventory.js';
import { parseJsonFile, readTextFile } from '../backend/embedded/configuration/read-json-file.js';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { attachmentProblem } from './check-attachment.js';
import { RecordCheck } from './check-records.js';
import type { OnProgress } from './progress.js';

export interface CheckOptions {
  dataDir: string;
  /** A consistent snapshot of the contacts' database, in pages. */
  records: () => AsyncIterable<ContactRecord[]>;
  onProgress?: OnProgress | undefined;
  /** Cancels the check. */
  signal?: AbortSignal | undefined;
}

/** What a check read, and the problems that it found. */
export interface CheckReport {
  records: number;
  contacts: number;
  attachments: number;
  /** One sentence per problem, with a path or the id of a contact. */
  problems: string[];
}

/** Verifies everything in a data folder, also while the service runs. Damage is reported, not thrown. */
export async function checkFolder(options: CheckOptions): Promise<CheckReport> {
  const { dataDir } = options;
  const problems = [
    ...(await inventoryProblems(dataDir)),
    ...(await configurationProblems(dataDir)),
    ...(await tableProblems(options)),
  ];
  const check = new RecordCheck();
  try {
    for await (const page of options.records()) {
      options.signal?.throwIfAborted();
      page.forEach((record) => check.add(record));
      options.onProgress?.({ what: 'records', done: check.records });
    }
    problems.push(...check.finish());
  } catch (error) {
    options.signal?.throwIfAborted();
    problems.push(`${join(dataDir, dataFolderNames.contacts)}: ${(error as Error).message}`);
  }
  problems.push(...(await attachmentProblems(options, check)));
  const { records, contacts, attachments } = check;
  return { records, contacts, attachments: attachments.length, problems };
}

async function inventoryProblems(dataDir: string): Promise<string[]> {
  try {
    const inventory = await readInventory(dataDir);
    if (inventory) await checkParts(dataDir, inventory);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Reports configuration files that aren't JSON. Their content is checked when the service starts. */
async function configurationProblems(dataDir: string): Promise<string[]> {
  const problems: string[] = [];
  for (const name of await readdir(dataDir)) {
    if (!name.endsWith('.json') || name === dataFolderNames.inventory) continue;
    const file = join(dataDir, name);
    try {
      parseJsonFile(file, (await readTextFile(file)) ?? '');
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return problems;
}

async function tableProblems({ dataDir, onProgress, signal }: CheckOptions): Promise<string[]> {
  const folder = join(dataDir, dataFolderNames.contacts);
  const tables = (await readdir(folder)).filter((name) => /\.(ldb|sst)$/.test(name));
  const problems: string[] = [];
  for (const [index, name] of tables.entries()) {
    signal?.throwIfAborted();
    const damage = await findTableDamage(join(folder, name)).catch(nothingIfGone);
    if (damage) problems.push(`${join(folder, name)} is damaged: ${damage}`);
    onProgress?.({ what: 'tables', done: index + 1, of: tables.length });
  }
  return problems;
}

/** For a table that LevelDB has merged and deleted meanwhile. */
function nothingIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function attachmentProblems(
  { dataDir, onProgress, signal }: CheckOptions,
  { attachments }: RecordCheck,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, named] of attachments.entries()) {
    signal?.throwIfAborted();
    const problem = await attachmentProblem(join(dataDir, dataFolderNames.attachments), named);
    if (problem) problems.push(problem);
    onProgress?.({ what: 'attachments', done: index + 1, of: attachments.length });
  }
  return problems;
}
