// Why: Safari's engine, in WebKitGTK. Extend with what is added to `Driver`.
import { freePort } from '../free-port.js';
import { asJson, clickActions, typeActions, type Driver } from './driver.js';
import { startProgram } from './program.js';

/** The necessary programs: its driver, a display to draw on, and a browser. */
export interface WebKitPrograms {
  driver: string;
  display: string;
  browser: string;
}
type Ask = <Value>(method: string, path: string, body?: object) => Promise<Value>;

/** Milliseconds within which the driver must answer at first, and then each command. */
const readyWithin = 90_000;
const answersWithin = 90_000;

/** Opens a window of WebKitGTK's MiniBrowser on a virtual display. */
export async function openWebKit({ driver, display, browser }: WebKitPrograms): Promise<Driver> {
  const port = await freePort();
  const program = await startProgram([display, '-a', driver, `--port=${port}`]);
  try {
    const ask = commandsTo(`http://127.0.0.1:${port}`);
    await answering(`http://127.0.0.1:${port}/status`);
    const { sessionId, capabilities } = await ask<{
      sessionId: string;
      capabilities: { browserName: string; browserVersion: string };
    }>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
          timeouts: { script: 30_000 },
        },
      },
    });
    const session = `/session/${sessionId}`;
    return {
      version: `WebKitGTK's ${capabilities.browserName} ${capabilities.browserVersion}`,
      open: (url) => ask('POST', `${session}/url`, { url }),
      back: () => ask('POST', `${session}/back`, {}),
      reload: () => ask('POST', `${session}/refresh`, {}),
      async evaluate(expression) {
        const script = `const done = arguments[arguments.length - 1];
          (${asJson(expression)}).then(done, (error) => done('!' + error));`;
        const answer = await ask<string>('POST', `${session}/execute/async`, { script, args: [] });
        if (answer.startsWith('!')) throw new Error(answer.slice(1));
        return JSON.parse(answer) as unknown;
      },
      click: (place) => ask('POST', `${session}/actions`, { actions: clickActions(place) }),
      type: (text) => ask('POST', `${session}/actions`, { actions: typeActions(text) }),
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        await program.end();
      },
    };
  } catch (reason) {
    await program.end();
    throw reason;
  }
}

/** Commands and their responses: https://www.w3.org/TR/webdriver2/#endpoints */
function commandsTo(origin: string): Ask {
  return async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(origin + path, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(answersWithin),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/** The driver doesn't report when it listens. */
async function answering(url: string): Promise<void> {
  const until = Date.now() + readyWithin;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > until) throw new Error('WebKitWebDriver did not answer.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
