import type { Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import { createConnectChat, startFrame } from '../subjects/connect-chat.js';

const sockets = 5_000;

/**
 * Seconds from the moment a killed service serves again until five thousand visitors have resumed their
 * chats.
 */
export const measureStorm: Part = async (bench) => {
  const service = await createConnectChat({ dist: bench.dist, agents: 1, chatsAnAgent: 1 }).start();
  const opened = await inBatches(sockets, 50, async (index) => {
    let started = (_token: string): void => undefined;
    const token = new Promise<string>((resolve) => void (started = resolve));
    const socket = await service.openCustomer((text) => {
      const frame = JSON.parse(text.toString()) as { type: string; participantToken: string };
      if (frame.type === 'started') started(frame.participantToken);
    });
    socket.sendText(startFrame(`storm ${index}`));
    return await token;
  });
  for (let round = 1; round <= Math.min(bench.rounds, 3); round += 1) {
    await service.restart();
    const from = performance.now();
    const back = await inBatches(sockets, 500, async (index) => {
      let resumed = (): void => undefined;
      const isBack = new Promise<void>((resolve) => void (resumed = resolve));
      const socket = await service.openCustomer((text) => text.includes('"type":"resumed"') && resumed());
      socket.sendText(`{"type":"resume","participantToken":"${opened[index]}","after":1}`);
      await isBack;
      return socket;
    });
    const seconds = (performance.now() - from) / 1000;
    bench.say(`${sockets} sockets back after a kill: ${seconds.toFixed(2)} s`);
    bench.note('5,000 sockets back after a restart', 'Connect Chat', { value: seconds, unit: 's' });
    back.forEach((socket) => socket.close());
  }
  await service.process.kill();
  await service.forget();
};
