import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { AgentSession } from '../../../console/agent/session/agent-session.js';
import { agentAtWork } from '../../support/agent-at-work.js';
import { openBalancer, type Balancer } from '../../support/balancer.js';
import { freePort } from '../../support/free-port.js';
import { startPostgres, type PostgresServer } from '../../support/postgres/server.js';
import { createAgent } from '../../support/people.js';
import { createTabMemory, createVisitor, signInProgram, socketsOf, until } from '../../support/programs.js';
import { createService, type ServiceProcess } from '../../support/service-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { checkAll, openChat, talk, type Processes } from './chat-across.js';

interface Context extends Processes {
  postgres: PostgresServer;
  services: readonly [ServiceProcess, ServiceProcess];
  /** Prefers the first process. */
  visitors: Balancer;
  /** Prefers the second one. */
  agents: Balancer;
}

const drainSeconds = 3;
const deploys = suite<Context>('rolling to another release');
deploys.before(async (context) => {
  const postgres = await startPostgres();
  const ports = [await freePort(), await freePort()];
  const [one, two] = ports.map((port) => `http://localhost:${port}`) as [string, string];
  const visitors = await openBalancer({ preferred: [one], others: [two] });
  const agents = await openBalancer({ preferred: [two], others: [one] });
  const common = {
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: temporaryFolder(),
    PUBLIC_URL: agents.url,
    DRAIN_SECONDS: String(drainSeconds),
  };
  const services = [
    await createService({ ...common, PORT: String(ports[0]) }),
    await createService({ ...common, PORT: String(ports[1]) }),
  ] as const;
  await Promise.all(services.map((service) => service.start()));
  Object.assign(context, { postgres, services, visitors, agents, sessions: [] });
});
deploys.after.each(({ sessions }) => sessions.splice(0).forEach((session) => session.destroy()));
deploys.after(async ({ postgres, services, visitors, agents }) => {
  for (const service of services) await service.stop('SIGKILL');
  await Promise.all([visitors.close(), agents.close()]);
  await postgres.close();
});

deploys(
  'the deadlines, the waiting contacts and the agents of a process that leaves are served by another one',
  async (context) => {
    const { services, visitors, agents, sessions } = context;
    const [leaving] = services;
    const widgetId = await widgetOf(context);
    // No agent is available: the visitor waits in a queue.
    const visitor = createVisitor({ ...leaving, url: visitors.url }, widgetId, 'Cleo');
    sessions.push(visitor);
    const { contactId } = await visitor.start();
    // This agent's console is at the process that leaves, and misses the offer.
    const first = await agentBy(context, 'grace');
    sessions.push(first);
    await until(
      () => first.offers.some(({ card }) => card.contactId === contactId),
      (changed) => first.on('change', changed),
    );
    assert.is(await leaving.stop('SIGTERM'), 0);
    const second = await agentAtWork({ ...services[1], url: agents.url }, 'katherine');
    sessions.push(second);
    // The offer to the first agent ends at its time, although its process has left.
    await until(
      () => second.offers.some(({ card }) => card.contactId === contactId),
      (changed) => second.on('change', changed),
    );
    second.accept(contactId);
    await until(
      () => second.chats.some((chat) => chat.contactId === contactId),
      (changed) => second.on('change', changed),
    );
    assert.is(first.status, 'MISSED');
    await leaving.start();
  },
);
deploys(
  'a SIGTERM moves clients to another process one after the other, and loses nothing',
  async (context) => {
    const { services, visitors, sessions } = context;
    const [leaving, staying] = services;
    const chat = await openChat(context, 'ada');
    const widgetId = await widgetOf(context);
    const others = Array.from({ length: 12 }, () =>
      createVisitor({ ...leaving, url: visitors.url }, widgetId, 'Dora'),
    );
    sessions.push(...others);
    await Promise.all(others.map((other) => other.start()));
    const moved: number[] = [];
    const from = performance.now();
    for (const other of others)
      other.on('state', (state) => void (state === 'reconnecting' && moved.push(performance.now() - from)));
    let isOver = false;
    const talking = talk(chat, 'roll', (round) => isOver && round > 5);
    const gone = leaving.stop('SIGTERM');
    while ((await fetch(`${leaving.url}/healthz`)).status !== 503) await setTimeout(20);
    assert.is(await handshakeOf(leaving, visitors.url, widgetId), 503);
    assert.is(await gone, 0);
    await Promise.all(
      [...others, chat.visitor].map((other) =>
        until(
          () => other.state === 'live',
          (changed) => other.on('state', changed),
        ),
      ),
    );
    isOver = true;
    await talking;
    await checkAll(staying, chat);
    assert.is(moved.length, others.length, 'each moved once');
    const times = [...moved].sort((a, b) => a - b);
    assert.ok(times.at(-1)! - times[0]! > 500, `they moved within ${times.at(-1)! - times[0]!} ms`);
    await leaving.start();
  },
);

async function widgetOf({ services: [, { rest }], visitors }: Context): Promise<string> {
  const { body } = await rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Shop',
    domains: [visitors.url],
  });
  return body.widgetId;
}

/** An available agent whose console is served by the process that visitors prefer. */
async function agentBy({ services, visitors, agents }: Context, username: string): Promise<AgentSession> {
  await createAgent(services[1], username);
  const cookie = await signInProgram({ ...services[1], url: agents.url }, username);
  const environment = { WebSocket: socketsOf(agents.url, cookie) };
  const agent = new AgentSession({ serviceUrl: visitors.url, memory: createTabMemory(), environment });
  agent.connect();
  await until(
    () => agent.state === 'live',
    (changed) => agent.on('state', changed),
  );
  agent.setStatus('AVAILABLE');
  return agent;
}

/** The status with which a handshake is refused. */
async function handshakeOf({ url }: ServiceProcess, origin: string, widgetId: string): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/widgets/${widgetId}/socket`, {
    headers: { origin },
  });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  socket.terminate();
  return response.statusCode;
}
deploys.run();
