import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

const start = suite<{ service: TestApp }>('GET /');
start.before.each(async (context) => {
  context.service = await openTestApp();
});
start.after.each(({ service }) => service.close());

const links = (html: string): string[] => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);
const read = async (service: TestApp, cookie?: string): Promise<string> => {
  const response = await service.inject({ url: '/', ...(cookie && { headers: { cookie } }) });
  assert.is(response.statusCode, 200);
  assert.match(String(response.headers['content-type']), 'text/html');
  assert.is(response.headers['cache-control'], 'no-store');
  return response.body;
};

start('tells where the set-up link is while there is no account', async ({ service }) => {
  const html = await read(service);
  assert.match(html, `${publicUrl}/setup/#…`);
  assert.equal(links(html), ['/demo/']);
});
start('links to the sign-in pages once there is an account', async ({ service }) => {
  await service.createAgent('ada', { role: 'admin' });
  assert.equal(links(await read(service)), ['/agent/', '/admin/', '/demo/', '/api/docs']);
});
start('links to every page for an administrator, and to the console for an agent', async ({ service }) => {
  const { cookie } = await service.createAgent('ada', { role: 'admin' });
  assert.equal(links(await read(service, cookie)), ['/agent/', '/admin/', '/demo/', '/api/docs']);
  const agent = await service.createAgent('ben');
  assert.equal(links(await read(service, agent.cookie)), ['/agent/', '/demo/']);
});
start.run();
