import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { damaged } from '../database-failure.js';
import { replaceFile } from './replace-file.js';

/** What the next start must find in a data folder. */
export interface Inventory {
  /** The least number of commits in the contacts' database. */
  commits: number;
  /** Whether the service was stopped after writing this, so that nothing has changed since. */
  isClosed: boolean;
  /** Files and folders by their names in the data folder; files with size and CRC-32. */
  parts: Record<string, Part>;
}
type Part = { bytes: number; crc32: number } | { folder: true };

const fileName = 'inventory.json';
const format = 1;

/** The inventory's path in a data folder. */
export const inventoryFile = (dataDir: string): string => join(dataDir, fileName);

/**
 * Reads the inventory of a data folder. Null if there is none, as before the first start and in folders of
 * older releases. Rejects with a sentence that names the file if it is damaged.
 */
export async function readInventory(dataDir: string): Promise<Inventory | null> {
  const file = inventoryFile(dataDir);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { sum, ...stored } = parse(text) ?? {};
  if (sum === undefined || sum !== sumOf(stored))
    throw new Error(
      `${file} is damaged. Check the folder, then remove the file: the next start takes the folder as it is.`,
    );
  return stored as Inventory;
}

/** Stores the inventory; resolves when it is durable. */
export async function writeInventory(dataDir: string, inventory: Inventory): Promise<void> {
  const stored = { format, ...inventory };
  const text = JSON.stringify({ ...stored, sum: sumOf(stored) }, null, 2);
  await replaceFile(inventoryFile(dataDir), `${text}\n`);
}

function parse(text: string): (Inventory & { sum?: number }) | null {
  try {
    return JSON.parse(text) as Inventory & { sum?: number };
  } catch {
    return null;
  }
}

const sumOf = (stored: object): number => crc32(JSON.stringify(stored));

/** Rejects with a sentence that names the first missing or empty part. */
export async function checkParts(dataDir: string, { parts }: Inventory): Promise<void> {
  for (const [name, part] of Object.entries(parts)) {
    const path = join(dataDir, name);
    const found = await statIfThere(path);
    if (!found) throw damaged(dataDir, `${path} is missing`);
    if ('bytes' in part && part.bytes > 0 && found.size === 0) throw damaged(path, 'it is empty');
  }
}

/** The files that have changed since the service was stopped: edited by hand, or damaged. */
export async function changedParts(dataDir: string, { parts, isClosed }: Inventory): Promise<string[]> {
  if (!isClosed) return [];
  const changed: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const path = join(dataDir, name);
    if ('crc32' in part && crc32(await readFile(path)) !== part.crc32) changed.push(path);
  }
  return changed;
}

/** The parts that exist now. */
export async function takeParts(dataDir: string, names: readonly string[]): Promise<Inventory['parts']> {
  const parts: Inventory['parts'] = {};
  for (const name of names) {
    const path = join(dataDir, name);
    const found = await statIfThere(path);
    if (!found) continue;
    if (found.isDirectory()) parts[name] = { folder: true };
    else parts[name] = { bytes: found.size, crc32: crc32(await readFile(path)) };
  }
  return parts;
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
