import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openEmbedded, type EmbeddedBackend } from '../backend/embedded/open-embedded.js';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { Database } from '../backend/postgres/database/database.js';
import { startFailure } from '../backend/postgres/database/start-failure.js';
import { countStored } from '../backend/postgres/moving/count-stored.js';
import { beginMove, endMove } from '../backend/postgres/moving/moves.js';
import { openPostgres } from '../backend/postgres/open-postgres.js';
import { migrate } from '../backend/postgres/schema/migrate.js';
import { isServed, type HostProcess } from '../backup/control-socket.js';
import type { OnProgress } from '../backup/progress.js';
import { systemClock } from '../clock.js';
import { databaseUrls } from '../database-url.js';
import { attachmentsPlace, openAttachmentsAt } from '../open-attachments.js';
import { readSettings, SettingsError, type Settings } from '../settings.js';
import { compare, type Counted } from './compare-counts.js';
import { copyCollection, openCollections, type OpenCollection } from './copy-configuration.js';
import { copyContacts, type CopiedContacts } from './copy-contacts.js';
import { copyFiles, countFiles, type CopiedFiles } from './copy-files.js';

export interface MoveSettings {
  /** The data folder that is moved. Absolute. */
  dataDir: string;
  databaseUrl: string;
  /** Where the files go; null leaves them in the data folder. */
  attachments: Settings['attachments'];
}

export interface MoveOptions extends MoveSettings {
  host: HostProcess;
  onProgress: OnProgress;
}

/** Reads the settings of a move: those of the service, and `--to` in place of `DATABASE_URL`. */
export function readMoveSettings(environment: NodeJS.ProcessEnv, to: string | null): MoveSettings {
  if (to !== null && !databaseUrls(to))
    throw new SettingsError(
      '--to is malformed: it takes a URL such as postgres://user:password@host:5432/name.',
    );
  const settings = readSettings(to === null ? environment : { ...environment, DATABASE_URL: to });
  const { dataDir, databaseUrl, attachments } = settings;
  if (databaseUrl !== null) return { dataDir, databaseUrl, attachments };
  throw new SettingsError(
    'no database is named: say connect-chat move --to postgres://…, or set DATABASE_URL.',
  );
}

/**
 * Copies everything from a data folder into a database, and files to where the processes will have them. It only adds, so
 * that it can be repeated after an interruption. Returns lines for the operator; rejects with a sentence.
 */
export async function move(options: MoveOptions): Promise<string> {
  const source = await openSource(options);
  const database = new Database({ urls: databaseUrls(options.databaseUrl) ?? [], connections: 2 });
  try {
    await migrate(database).catch((error: unknown) => {
      throw startFailure(error);
    });
    const { collections, sampleWidgetId } = await openCollections(source.configuration);
    if (sampleWidgetId === undefined) throw new Error(`${options.dataDir} was never served.`);
    await beginMove(database, { source: sampleWidgetId, epoch: source.epoch });
    const documents = await copyConfiguration(collections, database, options.onProgress);
    const { contacts, files } = await copyChats(source, options);
    const rows = await count({ database, documents, contacts, files });
    const printed = compare(rows);
    await endMove(database);
    return [summaryOf(options, [...contacts.damaged, ...files.damaged]), printed].join('\n');
  } finally {
    await database.close();
    await source.close();
  }
}

/** Opens the folder, which also locks it: no service can start on it meanwhile. */
async function openSource({ dataDir, host }: MoveOptions): Promise<EmbeddedBackend> {
  if (await isServed({ dataDir, host }))
    throw new Error(`${dataDir} is served by a running service: stop it first.`);
  await access(join(dataDir, dataFolderNames.contacts)).catch(() => {
    throw new Error(`${dataDir} holds no data of Connect Chat.`);
  });
  return openEmbedded(dataDir, { clock: systemClock, logger: silent });
}

/** What is damaged is reported in the end. */
const silent = { warn: () => undefined, error: () => undefined };

async function copyConfiguration(
  collections: readonly OpenCollection[],
  database: Database,
  onProgress: OnProgress,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const each of collections) {
    counts.set(each.name, await copyCollection(each, database));
    onProgress({ what: 'collections of configuration', done: counts.size, of: collections.length });
  }
  return counts;
}

interface CopiedChats {
  contacts: CopiedContacts;
  files: CopiedFiles & { there: number };
}

async function copyChats(source: EmbeddedBackend, options: MoveOptions): Promise<CopiedChats> {
  const { dataDir, databaseUrl, onProgress } = options;
  const place = attachmentsPlace(options);
  const target = await openPostgres(databaseUrl, {
    ...{ clock: systemClock, logger: silent, isMove: true },
    openAttachments: (uploads) => openAttachmentsAt(place, { clock: systemClock, ...uploads }),
  });
  try {
    const contacts = await copyContacts({ from: source.log, to: target, onProgress });
    const from = source.attachments;
    const own = join(dataDir, dataFolderNames.attachments);
    const stays = place.kind === 'folder' && relative(own, place.folder) === '';
    const files = stays
      ? { files: await countFiles(from), damaged: [] }
      : await copyFiles({ from, to: target.attachments, onProgress });
    return { contacts, files: { ...files, there: await countFiles(target.attachments) } };
  } finally {
    await target.close();
  }
}

interface Copied extends CopiedChats {
  database: Database;
  documents: Map<string, number>;
}

async function count({ database, documents, contacts, files }: Copied): Promise<Counted[]> {
  const stored = await countStored(database);
  return [
    { what: 'contacts', here: contacts.contacts, there: stored.contacts },
    { what: 'entries', here: contacts.entries, there: stored.entries },
    ...[...documents].map(([what, here]) => ({ what, here, there: stored.documents.get(what) ?? 0 })),
    { what: 'files', here: files.files, there: files.there },
  ];
}

function summaryOf({ dataDir }: MoveOptions, damaged: readonly string[]): string {
  const left = damaged.length > 0 ? ` Damaged, and left out: ${damaged.join(', ')}.` : '';
  return `Moved ${dataDir} to the database.${left}`;
}
