import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { ContactFlowSchema } from '../shared/contact-flow.js';
import { QueueSchema } from '../shared/queue.js';
import { WidgetSchema } from '../shared/widget-config.js';
import { AgentAccountSchema } from './auth/agent-account.js';
import { WidgetKeysSchema } from './auth/security-keys.js';
import { checkFinished, readEpoch } from './backup/restore-backup.js';
import { InstanceSchema, openInstance } from './first-start.js';
import { openEmbeddedAttachments } from './store/embedded/attachments.js';
import { openFileCollection, type Repair } from './store/embedded/collection.js';
import type { OnDamage } from './store/embedded/contact-damage.js';
import { openEmbeddedContactLog, type EmbeddedContactLog } from './store/embedded/contact-log.js';
import { makeFolder } from './store/embedded/make-folder.js';
import { WidgetActivitySchema } from './widget/widget-activity.js';

export interface StoresOptions {
  logger: FastifyBaseLogger;
  onDamage: OnDamage;
}

/** Opens everything in the data folder. The log first: it locks the folder, so that nothing in it is touched while another process serves it. */
export async function openStores(dataDir: string, options: StoresOptions) {
  await makeFolder(dataDir);
  await checkFinished(dataDir);
  const log = await openLog(dataDir, options);
  try {
    const configuration = await openConfiguration(dataDir, options.logger);
    const instance = await openInstance(configuration);
    const files = await openEmbeddedAttachments({ folder: join(dataDir, 'attachments') });
    return { configuration, instance, log, files, epoch: await readEpoch(dataDir) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

async function openConfiguration(dataDir: string, logger: FastifyBaseLogger) {
  const onRepaired = (repair: Repair): void => logger.warn(repair, 'unknown members were dropped');
  const at = (name: string) => ({ file: join(dataDir, `${name}.json`), onRepaired });
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
function openLog(dataDir: string, { logger, onDamage }: StoresOptions): Promise<EmbeddedContactLog> {
  return openEmbeddedContactLog({
    folder: join(dataDir, 'contacts'),
    onDamage,
    onTrouble(cause) {
      if (cause === null) logger.warn('everything can be stored again');
      else logger.error({ err: cause }, 'nothing can be stored');
    },
  });
}
