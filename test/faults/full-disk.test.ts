import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { openFrames, type AnyFrame } from '../support/frames.js';
import { createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { openSmallDisk, type SmallDisk } from '../support/small-disk.js';

const disks = suite<{ disk: SmallDisk; service: ServiceProcess }>('a full disk');
disks.before.each(async (context) => {
  context.disk = openSmallDisk();
  const { folder, environment } = context.disk;
  context.service = await createService({ DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment });
  await context.service.start();
});
disks.after.each(async ({ disk, service }) => {
  await service.stop('SIGKILL');
  disk.close();
});

const health = async ({ url }: ServiceProcess) => (await fetch(`${url}/healthz`)).status;
const widgetOf = async (service: ServiceProcess) =>
  (await service.rest<{ widgetId: string }[]>('GET', '/api/widgets')).body[0]!.widgetId;
const spoken = async (service: ServiceProcess, contactId: string) => {
  const path = `/api/contacts/${contactId}/transcript`;
  const { items } = (await service.rest<{ items: TranscriptItem[] }>('GET', path)).body;
  return items
    .filter(({ participantRole, type }) => participantRole === 'CUSTOMER' && type === 'MESSAGE')
    .map(({ content }) => content);
};
/** Repeats the request until the status is the expected one. */
async function becomes(ask: () => Promise<number>, expected: number): Promise<void> {
  while ((await ask()) !== expected) await new Promise((resolve) => setImmediate(resolve));
}

disks(
  'is reported to senders, to health checks and to the operator, and nothing unsent is acknowledged',
  async ({ disk, service }) => {
    console.log(disk.isReal ? '\non a tmpfs of its own' : '\nby writes that are made to fail (no root)');
    const url = `${service.url.replace('http', 'ws')}/widgets/${await widgetOf(service)}/socket`;
    const socket = new WebSocket(url, { origin: service.url });
    await new Promise((resolve) => socket.once('open', resolve));
    const frames = openFrames(socket);
    frames.say({ type: 'start', clientToken: randomBytes(24).toString('base64url') });
    const { contactId } = await frames.next('started');
    const say = (text: string): Promise<AnyFrame> => {
      const clientToken = text.slice(0, 20);
      frames.say({ type: 'message', clientToken, contentType: 'text/plain', content: text });
      return new Promise((resolve) => {
        const hear = (data: Buffer): void => {
          const frame = JSON.parse(String(data)) as AnyFrame;
          if (frame.clientToken !== clientToken) return;
          socket.off('message', hear);
          resolve(frame);
        };
        socket.on('message', hear);
      });
    };
    assert.is((await say('before')).type, 'ack');

    disk.fill();
    const acknowledged = ['before'];
    let refusal: AnyFrame;
    for (let index = 0; ; index += 1) {
      // A message that fits into the last block of an existing file may still be stored and acknowledged.
      const text = `${index} `.padEnd(1000, 'x');
      const answer = await say(text);
      if (answer.type === 'ack') acknowledged.push(text);
      else refusal = answer;
      if (answer.type === 'error') break;
    }
    assert.is(refusal!.code, 'TEMPORARILY_UNAVAILABLE');
    const response = await fetch(`${service.url}/healthz`);
    assert.is(response.status, 503);
    const { reason } = (await response.json()) as { reason: string };
    assert.match(reason, "can't store anything");
    assert.match(service.output(), /No space left on device|ENOSPC/);
    assert.is(service.output().match(/No space left on device|ENOSPC/g)!.length < 20, true, service.output());

    disk.free();
    // Only the service itself does anything about it.
    await becomes(async () => (service.output().includes('stored again') ? 1 : 0), 1);
    assert.is(await health(service), 200);
    assert.equal(await spoken(service, contactId), acknowledged);
    socket.terminate();
  },
);

disks(
  'delays clients, and loses, duplicates and reorders none of their messages once there is room',
  async ({ disk, service }) => {
    const visitor = createVisitor(service, await widgetOf(service), 'Cleo');
    const { contactId } = await visitor.start();
    await visitor.send('0');
    disk.fill();
    const texts = Array.from({ length: 30 }, (_, index) => `${index + 1} `.padEnd(1000, 'x'));
    const sent = texts.map((text) => visitor.send(text));
    await becomes(() => health(service), 503);
    disk.free();
    await Promise.all(sent);
    assert.equal(await spoken(service, contactId), ['0', ...texts]);
    await until(
      () => visitor.items.filter(({ participantRole }) => participantRole === 'CUSTOMER').length > 30,
      (changed) => visitor.on('items', changed),
    );
    visitor.destroy();
  },
);
disks.run();
