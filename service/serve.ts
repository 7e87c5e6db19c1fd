import { posix } from 'node:path';
import { buildApp, type App } from './app.js';
import { openEmbedded, type EmbeddedBackend } from './backend/embedded/open-embedded.js';
import { openPostgres } from './backend/postgres/open-postgres.js';
import { attachmentsPlace, openAttachmentsAt } from './open-attachments.js';
import { openControlSocket, type HostProcess } from './backup/control-socket.js';
import { wholeFolder } from './backup/whole-folder.js';
import type { Settings } from './settings.js';

/**
 * Length of the queue of incoming connections (the system may limit it further). After a restart all clients
 * reconnect at once, and a client that finds the queue full retries only after seconds. Node's default is
 * 511.
 */
const backlog = 8_192;

/** A running service. */
export interface Served {
  /** Plain lines for the operator's terminal: addresses, and the set-up link while no account exists. */
  greeting: string;
  /**
   * Moves the clients to other processes over {@link Settings.drainSeconds}, and tells the rest to reconnect. Resolves after
   * everything in progress is durable.
   */
  close: () => Promise<void>;
}

/**
 * Opens the backend, builds the service and listens. `host` is the process in which it runs. Rejects with a
 * sentence for the operator.
 */
export async function serve(settings: Settings, host: HostProcess): Promise<Served> {
  return settings.databaseUrl === null
    ? serveEmbedded(settings, host)
    : servePostgres(settings, settings.databaseUrl);
}

/** Everything is in the data folder, which backups copy by way of this process. */
async function serveEmbedded(settings: Settings, host: HostProcess): Promise<Served> {
  const { dataDir } = settings;
  let backend: EmbeddedBackend | undefined;
  const { app, core } = await buildApp(settings, {
    openBackend: async (options) => (backend = await openEmbedded(dataDir, options)),
  });
  await app.listen({ port: settings.port, host: settings.host, backlog });
  const control = await openControlSocket({ dataDir, host, ...wholeFolder(dataDir, backend!) });
  return {
    greeting: await greetingOf(core, settings),
    async close() {
      await core.departure.begin(settings.drainSeconds * 1000);
      await Promise.all([control.close(), app.close()]);
    },
  };
}

/** Several processes may serve the same database. The data folder has attachments only, if they are in no other place. */
async function servePostgres(settings: Settings, databaseUrl: string): Promise<Served> {
  const { app, core } = await buildApp(settings, {
    openBackend: (options) =>
      openPostgres(databaseUrl, {
        ...options,
        listenUrl: settings.databaseListenUrl,
        openAttachments: (uploads) =>
          openAttachmentsAt(attachmentsPlace(settings), { ...options, ...uploads }),
      }),
  });
  await app.listen({ port: settings.port, host: settings.host, backlog });
  return {
    greeting: await greetingOf(core, settings),
    async close() {
      await core.departure.begin(settings.drainSeconds * 1000);
      await app.close();
    },
  };
}

async function greetingOf(core: App['core'], settings: Settings): Promise<string> {
  const { publicUrl, databaseUrl } = settings;
  const lines = [
    '',
    `  Connect Chat serves on ${publicUrl}`,
    '',
    ...(await setupLines(core, publicUrl)),
    `  Agent console   ${publicUrl}/agent/`,
    `  Admin           ${publicUrl}/admin/`,
    `  Sample page     ${publicUrl}/demo/`,
    `  REST API        ${publicUrl}/api/docs`,
    ...(databaseUrl === null ? dataLines(settings) : sharedLines(settings)),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

const dataLines = ({ dataDir }: Settings): string[] => [`  Data folder     ${dataDir}`];

function sharedLines(settings: Settings): string[] {
  const place = attachmentsPlace(settings);
  const where = place.kind === 'folder' ? place.folder : `s3://${posix.join(place.bucket, place.prefix)}`;
  return ['  Database        PostgreSQL, as DATABASE_URL says', `  Attachments     ${where}`];
}

/** While no account exists, each start prints a new link that creates the first administrator at any process. */
async function setupLines({ staff, setupLink }: App['core'], publicUrl: string): Promise<string[]> {
  if ((await staff.list()).length > 0) return [];
  const link = `${publicUrl}/setup/#${await setupLink.issue()}`;
  return [
    '  Next: open this link to create your administrator account. It works once, within 24 hours.',
    '',
    `  ${link}`,
    '',
  ];
}
