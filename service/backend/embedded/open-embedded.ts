import { join } from 'node:path';
import { limits } from '../../../shared/limits.js';
import type { ContactTopics } from '../../contact/topics.js';
import type { Clock } from '../../clock.js';
import type { Backend, OnCommit } from '../backend.js';
import type { Configuration } from '../configuration.js';
import { createLocalBus } from '../memory/local-bus.js';
import { createLocalAllowances } from '../memory/allowance.js';
import { createLocalClaims } from '../memory/claims.js';
import { createLocalConnections } from '../memory/connections.js';
import { createLocalOffers } from '../memory/offers.js';
import { createLocalPresence } from '../memory/presence.js';
import { createLocalThrottle } from '../memory/throttle.js';
import { LocalTimers } from '../memory/timers.js';
import { openEmbeddedAttachments } from './attachments/attachments.js';
import { EmbeddedContactIndex } from './contact-index/contact-index.js';
import { openFileCollection, type Repair } from './configuration/collection.js';
import { openEmbeddedContactLog, type EmbeddedContactLog } from './contact-log/contact-log.js';
import type { ContactRecord } from './contact-log/contact-records.js';
import { checkFinished, readEpoch } from './data-folder/epoch.js';
import { InventoryKeeper } from './data-folder/inventory-keeper.js';
import {
  changedParts,
  checkParts,
  inventoryFile,
  readInventory,
  type Inventory,
} from './data-folder/inventory.js';
import { makeFolder } from './data-folder/make-folder.js';
import { dataFolderNames } from './data-folder/names.js';
import { makeOwnerOnly } from './data-folder/owner-only.js';
import { damaged } from './database-failure.js';

/** The operator's log; a Fastify or pino logger fits. */
export interface OperatorLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface EmbeddedOptions {
  clock: Clock;
  logger: OperatorLog;
  onCommit?: OnCommit;
}

/** The backend of one process and one folder. It can be copied while it is used. */
export interface EmbeddedBackend extends Backend {
  /** A snapshot of the contacts' database at the moment in which the first page is requested; for backups. */
  records(): AsyncIterable<ContactRecord[]>;
}

/**
 * Opens the backend that stores everything in one folder: contacts in LevelDB, configuration in JSON files,
 * attachments as files. State that need not survive a restart is in memory. The log is opened first, because
 * it locks the folder: a second process is refused before it changes anything. Rejects with a sentence that
 * names what is missing or damaged.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions): Promise<EmbeddedBackend> {
  const { clock, logger } = options;
  await makeFolder(dataDir);
  await checkFinished(dataDir);
  const before = await readInventory(dataDir);
  if (before) await checkParts(dataDir, before);
  const log = await openLog(dataDir, options, before);
  try {
    await makeOwnerOnly(dataDir, dataFolderNames.attachments);
    const warnings = await changesOf({ dataDir, before, log });
    const attachments = await openEmbeddedAttachments({ folder: join(dataDir, dataFolderNames.attachments) });
    const epoch = await readEpoch(dataDir);
    const timers = new LocalTimers({ clock });
    const presence = createLocalPresence({ clock });
    const customers = createLocalConnections({ clock, grace: limits.customerGone });
    const bus = createLocalBus<ContactTopics>({ onError: (err) => logger.error({ err }, 'bus subscriber') });
    const { configuration, files } = openConfiguration(dataDir, logger);
    const index = new EmbeddedContactIndex({
      folder: join(dataDir, dataFolderNames.contactIndex),
      log,
      epoch,
    });
    let inventory: InventoryKeeper | null = null;
    return {
      ...{ epoch, log, index, configuration, attachments, timers, presence, customers, bus },
      // Only this process can write, and the bus calls every subscriber before it returns, so nothing can be
      // missed.
      changes: null,
      offers: createLocalOffers(),
      claims: createLocalClaims(),
      throttle: createLocalThrottle({ clock }),
      openAllowance: createLocalAllowances({ clock }),
      records: () => log.records(),
      begin() {
        // Logged once the service runs: a start that fails prints one line only.
        for (const warning of warnings) logger.warn({}, warning);
        const names = [
          ...files,
          dataFolderNames.contacts,
          dataFolderNames.attachments,
          dataFolderNames.epoch,
        ];
        const onError = (err: unknown): void =>
          logger.error({ err }, 'the inventory of the data folder cannot be written');
        const commits = (): number => log.commits;
        inventory = new InventoryKeeper({ dataDir, clock, names, before, commits, onError });
      },
      async close() {
        timers.close();
        presence.close();
        customers.close();
        await index.close();
        await log.close();
        await inventory?.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/**
 * Finds files that have changed since the last stop. Operators may edit configuration while the service is
 * stopped; other changes are damage.
 */
async function changesOf({
  dataDir,
  before,
  log,
}: {
  dataDir: string;
  before: Inventory | null;
  log: EmbeddedContactLog;
}): Promise<string[]> {
  if (!before)
    return log.commits > 0 ? [`${inventoryFile(dataDir)} is missing: the data folder is taken as it is`] : [];
  const paths = await changedParts(dataDir, before);
  return paths.map(
    (path) => `${path} is not as it was when the service was stopped: changed by hand, or damaged`,
  );
}

/** Opens collections as JSON files in the data folder. Adds each file's name to `files`. */
function openConfiguration(
  dataDir: string,
  logger: OperatorLog,
): { configuration: Configuration; files: string[] } {
  const files: string[] = [];
  const onRepaired = (repair: Repair): void => logger.warn(repair, 'unknown members were dropped');
  const configuration: Configuration = {
    open({ name, schema, keepsEarlier = false, secrets = [] }) {
      files.push(`${name}.json`);
      return openFileCollection({
        file: join(dataDir, `${name}.json`),
        schema,
        secrets,
        onRepaired,
        ...(keepsEarlier && { earlier: join(dataDir, `earlier-${name}`) }),
      });
    },
  };
  return { configuration, files };
}

/**
 * Opens the log. It reports once that nothing can be stored, with the reason, and once that commits succeed
 * again.
 */
function openLog(
  dataDir: string,
  { logger, onCommit }: EmbeddedOptions,
  before: Inventory | null,
): Promise<EmbeddedContactLog> {
  return openEmbeddedContactLog({
    folder: join(dataDir, dataFolderNames.contacts),
    commitsAtLeast: before && before.commits,
    onCommit,
    onTableDamage: (file, what) => logger.error({ err: damaged(file, what) }, 'database damaged'),
    onCommitFailure(cause) {
      if (cause === null) logger.warn({}, 'everything can be stored again');
      else logger.error({ err: cause }, 'nothing can be stored');
    },
  });
}
