// Why: Firefox supports WebDriver BiDi itself, and Debian has no driver for it. Extend with what is added to
// `Driver`.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../temporary-folder.js';
import { asJson, clickActions, typeActions, type Driver } from './driver.js';
import { startProgram } from './program.js';

interface Answer {
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
}
/** Time limit of a command in milliseconds. */
const answersWithin = 90_000;
type Ask = <Result>(method: string, params: object) => Promise<Result>;

/** Opens a window of a headless Firefox. */
export async function openFirefox(executable: string): Promise<Driver> {
  const program = await startProgram(
    [executable, '--headless', '--no-remote', '--profile', temporaryFolder(), '--remote-debugging-port=0'],
    /WebDriver BiDi listening on (\S+)/,
  );
  try {
    const socket = new WebSocket(`${program.said![1]}/session`);
    await once(socket, 'open');
    const ask = conversationOn(socket);
    const { capabilities } = await ask<{ capabilities: { browserName: string; browserVersion: string } }>(
      'session.new',
      { capabilities: {} },
    );
    const { contexts } = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    const { context } = contexts[0]!;
    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      open: (url) => ask('browsingContext.navigate', { context, url, wait: 'complete' }),
      back: () => ask('browsingContext.traverseHistory', { context, delta: -1 }),
      reload: () => ask('browsingContext.reload', { context, wait: 'complete' }),
      evaluate: (expression) => evaluate(ask, context, expression),
      click: (place) => ask('input.performActions', { context, actions: clickActions(place) }),
      type: (text) => ask('input.performActions', { context, actions: typeActions(text) }),
      async close() {
        socket.close();
        await program.end();
      },
    };
  } catch (reason) {
    await program.end();
    throw reason;
  }
}

async function evaluate(ask: Ask, context: string, expression: string): Promise<unknown> {
  const answer = await ask<{
    result?: { value: string };
    exceptionDetails?: { text: string };
  }>('script.evaluate', { expression: asJson(expression), target: { context }, awaitPromise: true });
  if (!answer.result) throw new Error(answer.exceptionDetails?.text);
  return JSON.parse(answer.result.value) as unknown;
}

/** Commands and their responses: https://www.w3.org/TR/webdriver-bidi/#protocol */
function conversationOn(socket: WebSocket): Ask {
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  socket.on('message', (data: Buffer) => {
    const { id, result, error, message } = JSON.parse(data.toString('utf8')) as Answer;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (!asked) return;
    waiting.delete(id!);
    if (error === undefined) asked.resolve(result as never);
    else asked.reject(new Error(`${error}: ${message}`));
  });
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox is gone.'))));
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), answersWithin);
      const answered =
        <Given extends unknown[]>(settle: (...given: Given) => void) =>
        (...given: Given): void => {
          clearTimeout(timer);
          settle(...given);
        };
      waiting.set(id, { resolve: answered(resolve), reject: answered(reject) });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
