// Why: the same damage for the short form in npm test and the long one in bench/faults. A folder is created
// once. Each round damages a copy of it, opens the stores on it, and compares all their data with the
// original.
import { writeSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { systemClock } from '../../service/clock.js';
import { checkFolder } from '../../service/backup/check-folder.js';
import { ServiceError } from '../../service/errors.js';
import { openEmbedded } from '../../service/backend/embedded/open-embedded.js';
import { openInstance } from '../../service/first-start.js';
import { openConfiguration } from '../../service/open-configuration.js';
import { entry, summary } from '../service/backend/contact-log-contract.js';
import type { SeededRandom } from '../support/seeded-random.js';

export type DamageKind = 'flip' | 'cut';
/** The result of one damage. */
export interface Damaged {
  file: string;
  kind: DamageKind;
  at: number;
  /**
   * How the damage was reported: by a refused start, an error code, the log, or `check`; null if it had no
   * effect at all.
   */
  reported: 'start' | 'answer' | 'log' | 'check' | null;
  /** Whether LevelDB crashed the process with an assertion when it merged the damaged table. */
  isEnded?: boolean;
  /** Contacts or attachments that differ from what was stored. */
  altered: number;
  /** Contacts or attachments with missing parts that were not reported. */
  fewer: number;
}

/** The content of a folder before any damage. */
export interface Original {
  dataDir: string;
  /** Each contact's entries, as JSON. */
  entries: [contactId: string, json: string][];
  attachments: { contactId: string; attachmentId: string; text: string }[];
}

const uuid = (index: number): string => `${String(index).padStart(8, '0')}-0000-8000-8000-000000000000`;

/**
 * A stopped data folder with contacts, half of them in tables and half in the journal, and with attachments.
 */
export async function createOriginal(dataDir: string, contacts: number, messages: number): Promise<Original> {
  await mkdir(dataDir, { recursive: true });
  const entries: Original['entries'] = [];
  const attachments: Original['attachments'] = [];
  const fill = async (from: number, to: number): Promise<void> => {
    const { stores } = await start(dataDir);
    for (let index = from; index < to; index += 1) {
      const contactId = uuid(index);
      const said = Array.from({ length: messages }, (_, seq) =>
        entry(`${contactId} says ${seq}: ${'words '.repeat(seq % 20)}`),
      );
      const state = index % 3 === 0 ? 'ACTIVE' : 'ENDED';
      await stores.log.append(contactId, 0, said, summary(contactId, { startedAt: index, state }));
      entries.push([contactId, JSON.stringify(await stores.log.read(contactId, 0, messages + 1))]);
      if (index % 10 > 0) continue;
      const draft = await stores.attachments.open(contactId);
      const text = `the file of ${contactId}`;
      await draft.write(Buffer.from(text));
      const { attachmentId } = await draft.keep({
        participantId: 'p',
        name: 'a.txt',
        contentType: 'text/plain',
        uploadedAt: 1,
      });
      await stores.attachments.settle(contactId, attachmentId);
      attachments.push({ contactId, attachmentId, text });
    }
    await stores.close();
  };
  await fill(0, contacts >> 1);
  await fill(contacts >> 1, contacts);
  return { dataDir, entries, attachments };
}

/** Damages a copy of the folder at random, and checks everything. */
export async function damageOnce(
  original: Original,
  copy: string,
  kind: DamageKind,
  random: SeededRandom,
): Promise<Damaged> {
  await rm(copy, { recursive: true, force: true });
  await cp(original.dataDir, copy, { recursive: true });
  const { file, at } = await spoil(copy, kind, random);
  const base: Damaged = { file, kind, at, reported: null, altered: 0, fewer: 0 };
  const started = await start(copy).catch((error: Error) => error);
  if (started instanceof Error) {
    if (!started.message.includes(copy)) throw started;
    return { ...base, reported: 'start' };
  }
  const { stores, logged } = started;
  try {
    const seen = await lookAtEverything(original, stores);
    const isLogged = logged.some((line) => line.includes(copy));
    if (seen.reported > 0) return { ...base, ...counts(seen), reported: 'answer' };
    if (isLogged) return { ...base, ...counts(seen), reported: 'log' };
    const { problems } = await checkFolder({ dataDir: copy, records: () => stores.records() });
    return { ...base, ...counts(seen), reported: problems.length > 0 ? 'check' : null };
  } finally {
    await stores.close().catch(() => undefined);
  }
}

const counts = ({ altered, fewer }: Seen): Pick<Damaged, 'altered' | 'fewer'> => ({ altered, fewer });

async function start(dataDir: string) {
  const logged: string[] = [];
  const write = (line: string): void => {
    logged.push(line);
    // Synchronous, because LevelDB may crash this process.
    writeSync(2, line);
  };
  const logger = pino({ level: 'warn' }, { write });
  const stores = await openEmbedded(dataDir, { logger, clock: systemClock });
  try {
    await openInstance(await openConfiguration(stores.configuration));
    stores.begin();
    return { stores, logged };
  } catch (error) {
    await stores.close();
    throw error;
  }
}
type Stores = Awaited<ReturnType<typeof start>>['stores'];

async function spoil(
  dataDir: string,
  kind: DamageKind,
  random: SeededRandom,
): Promise<{ file: string; at: number }> {
  const found = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = found
    .filter((each) => each.isFile() && !/^(LOG|LOG\.old|LOCK)$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .sort();
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  // Half of the time weighted by size, half of the time any file.
  const isBySize = random.next() < 0.5;
  const weights = sizes.map((size) => (size === 0 ? 0 : isBySize ? size : 1));
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  const file = files[index]!;
  const at = Math.floor(random.next() * sizes[index]!);
  if (kind === 'cut') await truncate(file, at);
  else {
    const bytes = await readFile(file);
    bytes[at]! ^= 1 << Math.floor(random.next() * 8);
    await writeFile(file, bytes);
  }
  return { file: file.slice(dataDir.length + 1), at };
}

interface Seen {
  altered: number;
  fewer: number;
  reported: number;
}

async function lookAtEverything({ entries, attachments }: Original, stores: Stores): Promise<Seen> {
  const seen: Seen = { altered: 0, fewer: 0, reported: 0 };
  for (const [contactId, stored] of entries)
    await compare(seen, stored, async () => JSON.stringify(await stores.log.read(contactId, 0, 10_000)));
  for (const { contactId, attachmentId, text } of attachments)
    await compare(seen, text, async () => {
      const facts = await stores.attachments.find(contactId, attachmentId);
      if (facts?.name !== 'a.txt') return '';
      let read = '';
      for await (const bytes of (await stores.attachments.read(contactId, attachmentId)) ?? [])
        read += String(bytes);
      return read;
    });
  await compareLists(
    seen,
    entries.map(([contactId]) => contactId),
    stores,
  );
  return seen;
}

async function compare(seen: Seen, stored: string, read: () => Promise<string>): Promise<void> {
  try {
    const given = await read();
    if (given === stored) return;
    if (given.length < stored.length) seen.fewer += 1;
    else seen.altered += 1;
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.code.endsWith('_DAMAGED')) throw error;
    seen.reported += 1;
  }
}

async function compareLists(seen: Seen, contactIds: string[], { log }: Stores): Promise<void> {
  const named = new Set<string>();
  let isIncomplete = false;
  try {
    const page = await log.list({ limit: 100_000 });
    isIncomplete = page.isIncomplete;
    seen.reported += page.damaged.length;
    for (const contactId of page.damaged) named.add(contactId);
    for (const { contactId, customerName } of page.contacts) {
      named.add(contactId);
      if (customerName !== 'Cleo') seen.altered += 1;
    }
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.code.endsWith('_DAMAGED')) throw error;
    isIncomplete = true;
  }
  if (isIncomplete) seen.reported += 1;
  else seen.fewer += contactIds.filter((contactId) => !named.has(contactId)).length;
}
