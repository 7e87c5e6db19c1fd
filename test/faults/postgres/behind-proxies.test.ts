import { createServer, type IncomingHttpHeaders } from 'node:http';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { acceptNext, agentAtWork, heardBy } from '../../support/agent-at-work.js';
import { proxies, runProxy } from '../../support/deploy/run-proxy.js';
import { freePort } from '../../support/free-port.js';
import { createAgent } from '../../support/people.js';
import { startPostgres, type PostgresServer } from '../../support/postgres/server.js';
import { createVisitor, until } from '../../support/programs.js';
import { createService, type ServiceProcess } from '../../support/service-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

// The proxy's certificate is made for the test.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');

const behind = suite<{ postgres: PostgresServer }>('two processes behind a proxy');
behind.before(async (context) => {
  context.postgres = await startPostgres();
});
behind.after(({ postgres }) => postgres.close());

/** What a process would get of a request that a client sends with these headers. */
async function forwarded(name: keyof typeof proxies, headers: Record<string, string>) {
  let seen: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    seen = request.headers;
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = (server.address() as { port: number }).port;
  const proxy = await runProxy(name, { port: await freePort(), targets: [target, target] });
  try {
    let status = 503;
    // A proxy that checks its servers first has none for a moment.
    while (status === 503) ({ status } = await fetch(`${proxy.url}/`, { headers }));
    return { seen, url: new URL(proxy.url) };
  } finally {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  }
}

const socketsOf = async ({ rest: _, ...service }: ServiceProcess): Promise<number> => {
  const text = await (await fetch(`${service.url}/metrics`, { headers: service.adminHeaders })).text();
  const counts = [...text.matchAll(/^\w*sockets\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Resolves when a process has read the account that another one has stored. */
async function knows(service: ServiceProcess, username: string): Promise<void> {
  for (;;) {
    const { body } = await service.rest<{ username: string }[]>('GET', '/api/agents');
    if (body.some((agent) => agent.username === username)) return;
  }
}

for (const name of Object.keys(proxies) as (keyof typeof proxies)[]) {
  behind(`${name} says who sent a request, and believes nobody else about it`, async () => {
    const spoofed = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'gopher' };
    const { seen, url } = await forwarded(name, spoofed);
    assert.is(seen['x-forwarded-for'], '127.0.0.1');
    assert.is(seen['x-forwarded-proto'], url.protocol.slice(0, -1));
    assert.is(seen.host, url.host);
  });
  behind(
    `${name} distributes sockets, and a chat goes through, also when a process dies`,
    async ({ postgres }) => {
      const [port, ...ports] = [await freePort(), await freePort(), await freePort()] as const;
      const proxy = await runProxy(name, { port, targets: ports });
      const common = {
        DATABASE_URL: await postgres.createDatabase(),
        DATA_DIR: temporaryFolder(),
        PUBLIC_URL: proxy.url,
        TRUST_PROXY: '1',
      };
      const services = await Promise.all(
        ports.map((each) => createService({ ...common, PORT: String(each) })),
      );
      const sessions: { destroy(): void }[] = [];
      try {
        for (const service of services) await service.start();
        const through = { ...services[0]!, url: proxy.url };
        while ((await fetch(`${proxy.url}/healthz`)).status !== 200);
        const { widgetId } = (
          await services[0]!.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop', domains: [] })
        ).body;
        await createAgent(services[0]!, 'grace');
        for (const service of services) await knows(service, 'grace');
        const agent = await agentAtWork(through, 'grace');
        const visitors = ['Ann', 'Bo', 'Cleo'].map((each) => createVisitor(through, widgetId, each));
        sessions.push(agent, ...visitors);
        const contacts: string[] = [];
        for (const visitor of visitors)
          contacts.push((await Promise.all([visitor.start(), acceptNext(agent)]))[0].contactId);
        for (const service of services)
          assert.ok((await socketsOf(service)) >= 1, `${service.url} has sockets`);

        await visitors[0]!.send('Hello through the proxy');
        await heardBy(agent, contacts[0]!, ['Hello through the proxy']);
        await services[0]!.stop('SIGKILL');
        for (const session of [agent, ...visitors]) session.reconnectNow();
        await Promise.all(visitors.map((visitor, index) => visitor.send(`still here, ${index}`)));
        await until(
          () => agent.state === 'live',
          (changed) => agent.on('state', changed),
        );
        await heardBy(agent, contacts[1]!, ['still here, 1']);
      } finally {
        for (const session of sessions) session.destroy();
        for (const service of services) await service.stop('SIGKILL');
        await proxy.close();
      }
    },
  );
}
behind.run();
