import { signToken } from '../../../test/support/sign-token.js';
import type { Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import type { PinnedProcess } from '../pinned-process.js';
import { adminToken, createConnectChat, startFrame, type RunningService } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';

const sockets = 10_000;

/**
 * Ten thousand visitors arrive at once: each socket is opened, its token checked, and its chat started. Then ten thousand
 * others: by now V8 has optimised the code.
 */
export const measureAdmission: Part = async (bench) => {
  for (let round = 1; round <= Math.min(bench.rounds, 3); round += 1) {
    const raw = await createRaw({ isDurable: false }).start();
    await measure('raw ws', raw.process, (index) => raw.openIdle(index));
    await raw.process.kill();

    for (const [name, dist] of [['Connect Chat', bench.dist] as const, ...bench.beside]) {
      const service = await createConnectChat({ dist, agents: 1, chatsAnAgent: 1 }).start();
      const tokens = await createTokens(service);
      await measure(name, service.process, (index) =>
        startWith(service, `admitted ${index}`, tokens[index]!),
      );
      await service.process.kill();
      await service.forget();
    }
  }

  async function measure(subject: string, process: PinnedProcess, open: OpenSocket): Promise<void> {
    for (const [index, state] of (['cold', 'warm'] as const).entries()) {
      const from = index * sockets;
      const { processor, seconds } = await timeOf(process, (each) => open(from + each));
      bench.say(
        `admission, ${state}: ${subject} ${Math.round(processor)} µs each, ${seconds.toFixed(1)} s for all`,
      );
      bench.note(`processor to admit a socket, ${state}`, subject, { value: processor, unit: 'µs' });
      bench.note(`10,000 sockets admitted, ${state}`, subject, { value: seconds, unit: 's' });
    }
  }
};

type OpenSocket = (index: number) => Promise<{ close(): void }>;

async function timeOf(
  process: PinnedProcess,
  open: OpenSocket,
): Promise<{ processor: number; seconds: number }> {
  const [before, from] = [process.processorTime(), performance.now()];
  const opened = await inBatches(sockets, 100, open);
  const result = {
    processor: (process.processorTime() - before) / sockets,
    seconds: (performance.now() - from) / 1000,
  };
  opened.forEach((socket) => socket.close());
  return result;
}

async function createTokens({ port, widgetId }: RunningService): Promise<string[]> {
  const headers = { authorization: `Bearer ${adminToken}` };
  const base = `http://127.0.0.1:${port}/api/widgets/${widgetId}`;
  const { key } = (await (await fetch(`${base}/keys`, { method: 'POST', headers })).json()) as {
    key: string;
  };
  const body = JSON.stringify({ security: { required: true } });
  const patched = await fetch(base, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  if (!patched.ok) throw new Error(await patched.text());
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: 2 * sockets }, (_, index) =>
    signToken({ key, payload: { sub: widgetId, iat: now, exp: now + 600, customerId: `visitor ${index}` } }),
  );
}

async function startWith(service: RunningService, name: string, token: string): Promise<{ close(): void }> {
  let started = (): void => undefined;
  let failed = (_error: Error): void => undefined;
  const isStarted = new Promise<void>((resolve, reject) => void ([started, failed] = [resolve, reject]));
  const socket = await service.openCustomer((text) => {
    if (text.includes('"type":"started"')) started();
    else if (text.includes('"type":"error"')) failed(new Error(text.toString()));
  });
  socket.sendText(startFrame(name, `,"token":"${token}"`));
  await isStarted;
  return socket;
}
