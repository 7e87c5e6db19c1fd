import { connect, createServer, type Socket } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { HintLine } from '../../../../../service/backend/postgres/hints/hint-line.js';
import { freshDatabase } from '../../../../support/postgres/processes.js';
import { createTestClock } from '../../../../support/test-clock.js';

/** A way to the database that can fall silent, as a network does that swallows everything. */
async function openSilentLine(url: string) {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => isSilent || to.write(data));
      from.on('error', () => from.destroy());
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((proxy.address() as { port: number }).port);
  return {
    url: through.href,
    set isSilent(silent: boolean) {
      isSilent = silent;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

const lines = suite('HintLine');
lines('notices a connection that says nothing any more, and makes another', async () => {
  const network = await openSilentLine(await freshDatabase());
  const clock = createTestClock();
  const database = new Database({ urls: [network.url] });
  const line = new HintLine({ database, clock });
  const states: string[] = [];
  line.on('live', () => states.push('live'));
  line.on('interrupted', () => states.push('interrupted'));
  const next = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (states.length >= count ? resolve() : void setImmediate(look));
      look();
    });
  await line.begin();
  network.isSilent = true;
  clock.pass(6_000);
  await next(2);
  assert.is(line.isLive, false);
  network.isSilent = false;
  clock.pass(2_000);
  await next(3);
  assert.equal(states, ['live', 'interrupted', 'live']);
  await line.close();
  await database.close();
  network.close();
});
lines('loses what is sent while there is no connection, and nothing waits for it', async () => {
  const database = new Database({ urls: [await freshDatabase()] });
  const line = new HintLine({ database, clock: createTestClock() });
  line.send('lost');
  assert.is(line.underWay, 0);
  await line.begin();
  line.send('sent');
  assert.ok(line.underWay > 0);
  await line.close();
  assert.is(line.underWay, 0);
  await database.close();
});
lines.run();
