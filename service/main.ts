import { buildApp, type App } from './app.js';
import { readSettings, SettingsError, type Settings } from './settings.js';

/** A drain that takes longer is cut off: whoever sent something that was not acknowledged sends it again. */
const drainAtMost = 9_000;

const settings = settingsOrEnd();
const { app, core } = await buildApp(settings).catch(end);
await app.listen({ port: settings.port, host: settings.host }).catch(end);
await greet(settings);
process.once('SIGTERM', () => void drain());
process.once('SIGINT', () => void drain());

function settingsOrEnd(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) return end(error);
    throw error;
  }
}

/** One plain line for the operator, and an exit code that says that nothing was served. */
function end(error: Error): never {
  process.stderr.write(`Connect Chat did not start: ${error.message}\n`);
  process.exit(1);
}

/** Tells everyone to come back, lets what is under way become durable, and ends. */
async function drain(): Promise<void> {
  setTimeout(() => process.exit(1), drainAtMost).unref();
  await app.close();
  process.exit(0);
}

async function greet({ publicUrl, dataDir }: Settings): Promise<void> {
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
