import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { ContactFlowSchema } from '../shared/contact-flow.js';
import { QueueSchema } from '../shared/queue.js';
import { WidgetSchema } from '../shared/widget-config.js';
import { AgentAccountSchema } from './auth/agent-account.js';
import { WidgetKeysSchema } from './auth/security-keys.js';
import { notCopied } from './backup/backup-folder.js';
import { checkFinished, readEpoch } from './backup/restore-backup.js';
import type { Clock } from './clock.js';
import { InstanceSchema, openInstance } from './first-start.js';
import { openEmbeddedAttachments } from './store/embedded/attachments.js';
import { openFileCollection, type Repair } from './store/embedded/collection.js';
import type { OnDamage } from './store/embedded/contact-damage.js';
import { openEmbeddedContactLog, type EmbeddedContactLog } from './store/embedded/contact-log.js';
import { damaged } from './store/embedded/database-failure.js';
import { InventoryKeeper } from './store/embedded/inventory-keeper.js';
import {
  changedParts,
  checkParts,
  inventoryFile,
  readInventory,
  type Inventory,
} from './store/embedded/inventory.js';
import { makeFolder } from './store/embedded/make-folder.js';
import { makeOwnerOnly } from './store/embedded/owner-only.js';
import { WidgetActivitySchema } from './widget/widget-activity.js';

export interface StoresOptions {
  logger: FastifyBaseLogger;
  onDamage: OnDamage;
  clock: Clock;
}

/** The collections of configuration, each a JSON file in the data folder. */
const collections = [
  'instance',
  'widgets',
  'widget-activity',
  'security-keys',
  'flows',
  'queues',
  'agents',
] as const;
/** What belongs to a data folder, as far as it is there: a start misses what was there once. */
export const dataFolderParts: readonly string[] = [
  ...collections.map((name) => `${name}.json`),
  notCopied.contacts,
  notCopied.attachments,
  notCopied.epoch,
];

/**
 * Opens everything in the data folder. The log first: it locks the folder, so that nothing in it is touched while another
 * process serves it. Rejects with a sentence that names what is missing or damaged.
 */
export async function openStores(dataDir: string, options: StoresOptions) {
  await makeFolder(dataDir);
  await checkFinished(dataDir);
  const before = await readInventory(dataDir);
  if (before) await checkParts(dataDir, before);
  const log = await openLog(dataDir, { ...options, commitsAtLeast: before && before.commits });
  try {
    await makeOwnerOnly(dataDir, notCopied.attachments);
    const configuration = await openConfiguration(dataDir, options.logger);
    const instance = await openInstance(configuration);
    const files = await openEmbeddedAttachments({ folder: join(dataDir, notCopied.attachments) });
    const epoch = await readEpoch(dataDir);
    await tellOfChanges(dataDir, { before, log, logger: options.logger });
    const inventory = keepInventory(dataDir, { ...options, before, log });
    const close = async (): Promise<void> => {
      await log.close();
      await inventory.close();
    };
    return { configuration, instance, log, files, epoch, close };
  } catch (error) {
    await log.close();
    throw error;
  }
}

interface Opened {
  before: Inventory | null;
  log: EmbeddedContactLog;
}

/** Operators may change configuration while the service is stopped; what they did not change is damaged. */
async function tellOfChanges(
  dataDir: string,
  { before, log, logger }: Opened & { logger: FastifyBaseLogger },
): Promise<void> {
  if (!before && log.commits > 0)
    logger.warn(`${inventoryFile(dataDir)} is missing: the data folder is taken as it is`);
  for (const path of before ? await changedParts(dataDir, before) : [])
    logger.warn(`${path} is not as it was when the service was stopped: changed by hand, or damaged`);
}

function keepInventory(
  dataDir: string,
  { before, log, logger, clock }: Opened & StoresOptions,
): InventoryKeeper {
  return new InventoryKeeper({
    dataDir,
    clock,
    names: dataFolderParts,
    before,
    commits: () => log.commits,
    onError: (error) => logger.error({ err: error }, 'the inventory of the data folder cannot be written'),
  });
}

async function openConfiguration(dataDir: string, logger: FastifyBaseLogger) {
  const onRepaired = (repair: Repair): void => logger.warn(repair, 'unknown members were dropped');
  const at = (name: (typeof collections)[number]) => ({ file: join(dataDir, `${name}.json`), onRepaired });
  return {
    instance: await openFileCollection({ ...at('instance'), schema: InstanceSchema }),
    widgets: await openFileCollection({
      ...at('widgets'),
      schema: WidgetSchema,
      earlier: join(dataDir, 'earlier-widgets'),
    }),
    activities: await openFileCollection({ ...at('widget-activity'), schema: WidgetActivitySchema }),
    keys: await openFileCollection({ ...at('security-keys'), schema: WidgetKeysSchema, secrets: ['key'] }),
    flows: await openFileCollection({ ...at('flows'), schema: ContactFlowSchema }),
    queues: await openFileCollection({ ...at('queues'), schema: QueueSchema }),
    agents: await openFileCollection({
      ...at('agents'),
      schema: AgentAccountSchema,
      secrets: ['passwordHash', 'hash'],
    }),
  };
}

/** The operator reads once why nothing can be stored, and once that everything can again. */
function openLog(
  dataDir: string,
  { logger, onDamage, commitsAtLeast }: StoresOptions & { commitsAtLeast: number | null },
): Promise<EmbeddedContactLog> {
  return openEmbeddedContactLog({
    folder: join(dataDir, notCopied.contacts),
    commitsAtLeast,
    onDamage,
    onTableDamage: (file, what) => logger.error({ err: damaged(file, what) }, 'database damaged'),
    onTrouble(cause) {
      if (cause === null) logger.warn('everything can be stored again');
      else logger.error({ err: cause }, 'nothing can be stored');
    },
  });
}
