import { limits } from '../../../shared/limits.js';
import { every, type Clock } from '../../clock.js';
import type { ContactTopics } from '../../contact/topics.js';
import type { Backend, OnCommit } from '../backend.js';
import { databaseUrls } from '../../database-url.js';
import type { SharedAttachments } from '../attachments.js';
import { createAllowances, tidyAllowances } from './allowance.js';
import { Attendance } from './attendance/attendance.js';
import { createConnections } from './attendance/connections.js';
import { graces } from './attendance/graces.js';
import { PostgresPresence } from './attendance/presence.js';
import { createClaims } from './claims.js';
import { PostgresConfiguration } from './configuration/configuration.js';
import { Database } from './database/database.js';
import { startFailure } from './database/start-failure.js';
import { createPostgresBus } from './hints/bus.js';
import { HintLine } from './hints/hint-line.js';
import { readInstallation } from './installation.js';
import { beServed } from './moving/moves.js';
import { createChanges } from './log/changes.js';
import { PostgresContactLog } from './log/contact-log.js';
import { createOffers } from './offers.js';
import { ProcessLease } from './processes/lease.js';
import { Pulse } from './processes/pulse.js';
import { migrate } from './schema/migrate.js';
import { createThrottle, tidyFailures } from './throttle.js';
import { PostgresTimers } from './timers.js';

/** Where the operator reads what happened; a Fastify or pino logger is one. */
export interface OperatorLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface PostgresOptions {
  clock: Clock;
  logger: OperatorLog;
  /** Where the server itself is, if the URL leads to a pooler in transaction mode, through which nothing can listen. */
  listenUrl?: string | null;
  /** Opens the attachments, which every process of the installation has. */
  openAttachments: (uploads: UploadTimes) => Promise<SharedAttachments>;
  onCommit?: OnCommit;
  /** The installation is being moved here; it is not served yet. */
  isMove?: boolean;
}

/** What a store of attachments must know of the uploads of other processes. */
export interface UploadTimes {
  /** Milliseconds after which an upload that has not ended was interrupted. */
  uploadTakesAtMost: number;
}

/** Milliseconds between two removals of what need not be remembered. */
const tidyEvery = 60_000;
/** Longer than any upload takes, and than clocks of one machine are apart. */
const uploadTakesAtMost = (limits.uploadMinutes + 5) * 60_000;

/**
 * Opens the backend of several processes: contacts, configuration and everything that is under way in PostgreSQL 15 or
 * newer, attachments where the
 * processes share them. Creates and migrates the schema. Rejects with a sentence for the
 * operator.
 */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Backend> {
  const { listenUrl = null } = options;
  const listenUrls = listenUrl === null ? undefined : (databaseUrls(listenUrl) ?? []);
  const database = new Database({ urls: databaseUrls(url) ?? [], listenUrls });
  try {
    await migrate(database).catch((error: unknown) => {
      throw startFailure(error);
    });
    if (!options.isMove) await beServed(database);
    const attachments = await options.openAttachments({ uploadTakesAtMost });
    return await openBackend(database, attachments, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openBackend(
  database: Database,
  attachments: SharedAttachments,
  { clock, logger, onCommit, listenUrl = null }: PostgresOptions,
): Promise<Backend> {
  const { epoch, warnings } = await readInstallation(database);
  const lease = new ProcessLease({ database, clock });
  const onFailure = reportTo(logger);
  const pulse = new Pulse({ database, lease, clock, onFailure });
  const line = new HintLine({ database, clock });
  const parts = createParts({ database, lease, clock, line, logger, onCommit });
  const { log, configuration, timers, presence, customers, claims, offers } = parts;
  for (const part of [presence, customers, timers, claims, offers, configuration])
    pulse.onBeat(() => part.beat());
  lease.onLoss({
    lost() {
      logger.warn(
        {},
        'the lease of this process has ended, because it was paused or cut off: it joins the others again',
      );
      pulse.soon();
    },
    isUnsettled: () => false,
  });
  line.on('hint', (hint) => {
    const { type, name } = hint as { type: string; name: string };
    if (type === 'configuration') configuration.changed(name).catch(() => undefined);
    if (type === 'presence') presence.beat().catch(() => undefined);
  });
  line.on('interrupted', () => logger.warn({}, 'the connection for hints was lost'));
  await line.begin().catch((error: unknown) => {
    throw startFailure(error, listenUrl === null ? 'DATABASE_URL' : 'DATABASE_LISTEN_URL');
  });
  await pulse.begin();
  const undo = every(clock, tidyEvery, () => void tidy(database, attachments, { presence, customers }));
  return {
    ...{ epoch, log, configuration, attachments, timers, presence, claims, offers },
    customers: createConnections(customers),
    changes: createChanges(database),
    throttle: createThrottle(database),
    openAllowance: createAllowances(database),
    bus: createPostgresBus<ContactTopics>({
      line,
      onError: (err) => logger.error({ err }, 'bus subscriber'),
    }),
    begin() {
      for (const warning of warnings) logger.warn({}, warning);
    },
    async close() {
      undo();
      await pulse.close();
      await Promise.all([log.close(), timers.close(), presence.close(), customers.close()]);
      await lease.end().catch(() => undefined);
      await line.close();
      await database.close();
    },
  };
}

interface PartsOptions extends Omit<PostgresOptions, 'openAttachments' | 'listenUrl'> {
  database: Database;
  lease: ProcessLease;
  line: HintLine;
  onCommit: OnCommit | undefined;
}

/** What takes part in each beat. */
function createParts({ database, lease, clock, line, logger, onCommit }: PartsOptions) {
  const timers = new PostgresTimers({ database, lease, clock });
  return {
    timers,
    log: new PostgresContactLog({
      ...{ database, lease, clock, onCommit },
      onDeadlines: (contactId, dues) => timers.stored(contactId, dues),
    }),
    configuration: new PostgresConfiguration({
      database,
      nudge: (name) => line.send({ type: 'configuration', name }),
      onUnusable: (collection, id) =>
        logger.error({ collection, id }, 'another release stored a document that this one cannot use'),
    }),
    presence: new PostgresPresence({
      ...{ database, lease, clock },
      nudge: () => line.send({ type: 'presence' }),
    }),
    customers: new Attendance({ kind: 'customer', grace: graces.customer, database, lease, clock }),
    claims: createClaims({ database, lease }),
    offers: createOffers({ database, lease }),
  };
}

/** Every process does it, and it costs little where nothing is left to do. What fails is done the next time. */
async function tidy(
  database: Database,
  attachments: SharedAttachments,
  parts: { presence: PostgresPresence; customers: Attendance },
): Promise<void> {
  await Promise.allSettled([
    tidyAllowances(database),
    tidyFailures(database),
    parts.presence.tidy(),
    parts.customers.tidy(),
    attachments.removeTorn(),
  ]);
}

/** Says once why the database can't be reached, and once that it can again. */
function reportTo(logger: OperatorLog): (cause: unknown) => void {
  return (cause) => {
    if (cause === null) logger.warn({}, 'the database can be reached again');
    else logger.error({ err: cause }, 'the database cannot be reached');
  };
}
