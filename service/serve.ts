import { buildApp, type App } from './app.js';
import { openControlSocket } from './backup/control-socket.js';
import type { Settings } from './settings.js';

/** A drain that takes longer is cut off: whoever sent something that was not acknowledged sends it again. */
const drainAtMost = 9_000;

/** Serves until a signal ends it. Rejects where it can't, with a sentence for the operator. */
export async function serve(settings: Settings): Promise<void> {
  const { app, core } = await buildApp(settings);
  await app.listen({ port: settings.port, host: settings.host });
  const control = await openControlSocket(settings.dataDir, core.backUp);
  await greet(core, settings);
  const drain = (): void => {
    setTimeout(() => process.exit(1), drainAtMost).unref();
    // Everyone is told to come back, and what is under way becomes durable.
    void Promise.all([control.close(), app.close()]).then(() => process.exit(0));
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
}

async function greet(core: App['core'], { publicUrl, dataDir }: Settings): Promise<void> {
  const lines = [
    '',
    `  Connect Chat serves on ${publicUrl}`,
    '',
    `  Sample page     ${publicUrl}/demo/`,
    `  Agent console   ${publicUrl}/agent/`,
    `  Customise       ${publicUrl}/admin/`,
    `  REST            ${publicUrl}/api/docs`,
    `  Data            ${dataDir}`,
    ...(await setupLines(core, publicUrl)),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** As long as nobody can sign in, each start prints a new link for the first administrator. */
async function setupLines({ staff, setupLink }: App['core'], publicUrl: string): Promise<string[]> {
  if ((await staff.list()).length > 0) return [];
  const link = `${publicUrl}/setup/#${setupLink.issue()}`;
  return ['', '  Create the administrator (the link works once, for 24 hours):', `  ${link}`];
}
