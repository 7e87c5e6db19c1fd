import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { freePort } from '../support/free-port.js';
import { temporaryFolder } from '../support/temporary-folder.js';

test('npm start serves, and a SIGTERM to npm ends the service too', async () => {
  const port = await freePort();
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, PORT: String(port), DATA_DIR: temporaryFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (data) => {
      printed += String(data);
      if (printed.includes('/setup/#')) resolve();
    });
    npm.once('exit', () => reject(new Error(printed)));
  });
  const url = `http://localhost:${port}`;
  for (const line of [`serves on ${url}`, `${url}/demo/`, `${url}/agent/`]) assert.match(printed, line);
  assert.is((await fetch(`${url}/healthz`)).status, 200);
  // The service shares the pipe: it ends with the last process that holds it.
  const over = once(npm.stdout, 'close');
  npm.kill('SIGTERM');
  await over;
  await fetch(`${url}/healthz`).then(
    () => assert.unreachable('it still serves'),
    () => undefined,
  );
});
test.run();
