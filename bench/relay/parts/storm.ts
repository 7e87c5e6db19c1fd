import type { Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import { createConnectChat, startFrame, type RunningService } from '../subjects/connect-chat.js';

const sockets = 5_000;

/**
 * Seconds from the moment a killed service serves again until five thousand visitors have resumed their
 * chats.
 */
export const measureStorm: Part = async (bench) => {
  const subjects = [];
  for (const [name, dist] of [['Connect Chat', bench.dist] as const, ...bench.beside])
    subjects.push({ name, ...(await startChats(dist)) });
  for (let round = 1; round <= Math.min(bench.rounds, 3); round += 1)
    for (const { name, service, tokens } of subjects) {
      await service.restart();
      const seconds = await secondsUntilBack(service, tokens);
      bench.say(`${sockets} sockets back after a kill: ${name} ${seconds.toFixed(2)} s`);
      bench.note('5,000 sockets back after a restart', name, { value: seconds, unit: 's' });
    }
  for (const { service } of subjects) {
    await service.process.kill();
    await service.forget();
  }
};

/** Starts a chat for each visitor. Resolves with their participant tokens. */
async function startChats(dist: string): Promise<{ service: RunningService; tokens: string[] }> {
  const service = await createConnectChat({ dist, agents: 1, chatsAnAgent: 1 }).start();
  const tokens = await inBatches(sockets, 50, async (index) => {
    let started = (_token: string): void => undefined;
    const token = new Promise<string>((resolve) => void (started = resolve));
    const socket = await service.openCustomer((text) => {
      const frame = JSON.parse(text.toString()) as { type: string; participantToken: string };
      if (frame.type === 'started') started(frame.participantToken);
    });
    socket.sendText(startFrame(`storm ${index}`));
    return await token;
  });
  return { service, tokens };
}

async function secondsUntilBack(service: RunningService, tokens: readonly string[]): Promise<number> {
  const from = performance.now();
  const back = await inBatches(sockets, 500, async (index) => {
    let resumed = (): void => undefined;
    const isBack = new Promise<void>((resolve) => void (resumed = resolve));
    const socket = await service.openCustomer((text) => text.includes('"type":"resumed"') && resumed());
    socket.sendText(`{"type":"resume","participantToken":"${tokens[index]}","after":1}`);
    await isBack;
    return socket;
  });
  const seconds = (performance.now() - from) / 1000;
  back.forEach((socket) => socket.close());
  return seconds;
}
