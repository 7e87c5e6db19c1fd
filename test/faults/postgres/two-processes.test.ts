import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { freePort } from '../../support/free-port.js';
import { startPostgres, type PostgresServer } from '../../support/postgres/server.js';
import { createService, type ServiceProcess } from '../../support/service-process.js';
import { openSwitchboard, type Switchboard } from '../../support/switchboard.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { checkAll, openChat, rounds, talk } from './chat-across.js';

interface Context {
  postgres: PostgresServer;
  services: [ServiceProcess, ServiceProcess];
  /** Leads to the first process, or to the second where that is down. */
  visitors: Switchboard;
  /** Leads to the second process, or to the first where that is down. */
  agents: Switchboard;
  /** Whoever is connected, whether the test came to its end or not. */
  sessions: { destroy(): void }[];
}

const faults = suite<Context>('two processes on PostgreSQL');
faults.before(async (context) => {
  const postgres = await startPostgres({ isDurable: true });
  const ports = [await freePort(), await freePort()];
  const [one, two] = ports.map((port) => `http://localhost:${port}`) as [string, string];
  const visitors = await openSwitchboard([one, two]);
  const agents = await openSwitchboard([two, one]);
  const common = {
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: temporaryFolder(),
    PUBLIC_URL: agents.url,
  };
  const create = (port: number) => createService({ ...common, PORT: String(port) });
  const services: Context['services'] = [await create(ports[0]!), await create(ports[1]!)];
  await Promise.all(services.map((service) => service.start()));
  Object.assign(context, { postgres, services, visitors, agents, sessions: [] });
});
faults.after.each(({ sessions }) => sessions.splice(0).forEach((session) => session.destroy()));
faults.after(async ({ postgres, services, visitors, agents }) => {
  for (const service of services) await service.stop('SIGKILL');
  await Promise.all([visitors.close(), agents.close()]);
  await postgres.close();
});

faults('a visitor of one and an agent of the other chat with each other', async (context) => {
  const chat = await openChat(context, 'ada');
  await talk(chat, 'calm', rounds(20));
  await checkAll(context.services[0], chat);
  await checkAll(context.services[1], chat);
  assert.equal(
    await Promise.all(context.services.map(async ({ rest }) => (await rest('GET', '/healthz')).status)),
    [200, 200],
  );
});
faults('kill -9 of one while people chat loses, doubles and reorders nothing', async (context) => {
  const { services } = context;
  const chat = await openChat(context, 'grace');
  await talk(chat, 'before', rounds(5));
  for (const service of [services[0], services[1], services[0]]) {
    let isBack = false;
    const talking = talk(chat, `kill ${chat.said.agent.length}`, (round) => isBack && round > 3);
    await service.stop('SIGKILL');
    for (const session of [chat.visitor, chat.agent]) session.reconnectNow();
    await service.start();
    isBack = true;
    await talking;
  }
  await checkAll(services[0], chat);
  await checkAll(services[1], chat);
});
faults(
  'a process that is paused for longer than its lease loses nothing, and joins again',
  async (context) => {
    const { services } = context;
    const chat = await openChat(context, 'katherine');
    await talk(chat, 'before', rounds(5));
    const id = services[0].processId()!;
    process.kill(id, 'SIGSTOP');
    // The visitor's process is silent. The agent goes on, and another process takes the lease away meanwhile.
    const pausedUntil = Date.now() + 8_000;
    const text = 'while the other side is paused';
    chat.said.visitor.push('said into a pause');
    chat.said.agent.push(text);
    const sent = Promise.all([chat.visitor.send('said into a pause'), chat.agent.send(chat.contactId, text)]);
    await setTimeout(pausedUntil - Date.now());
    process.kill(id, 'SIGCONT');
    await sent;
    await talk(chat, 'after', rounds(5));
    await healthOf(services[0], 200);
    assert.match(services[0].output(), 'the lease of this process has ended');
    await checkAll(services[0], chat);
    await checkAll(services[1], chat);
  },
);
faults(
  'kill -9 of PostgreSQL loses nothing that was acknowledged, and chats go on by themselves',
  async (context) => {
    const { postgres, services } = context;
    const chat = await openChat(context, 'hedy');
    let isOver = false;
    const talking = talk(chat, 'crash', (round) => isOver && round > 10);
    await postgres.stop('SIGKILL');
    const ill = await healthOf(services[0], 503);
    assert.is(ill.status, 'unavailable');
    await postgres.start();
    await Promise.all(services.map((service) => healthOf(service, 200)));
    isOver = true;
    await talking;
    await checkAll(services[0], chat);
    chat.visitor.destroy();
    chat.agent.destroy();
  },
);

/** Asks until a process answers with this code. */
async function healthOf({ url }: ServiceProcess, code: number): Promise<{ status: string }> {
  for (;;) {
    const response = await fetch(`${url}/healthz`);
    const body = (await response.json()) as { status: string };
    if (response.status === code) return body;
    await setTimeout(50);
  }
}
faults.run();
