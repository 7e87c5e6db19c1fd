import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { forwardedWarning } from '../../../service/plugins/forwarded-warning.js';

/** The warnings that are logged for these requests. */
async function warnings(trustProxy: string[] | false, forwarded: (string | undefined)[]): Promise<string[]> {
  const said: string[] = [];
  const stream = { write: (line: string) => void said.push((JSON.parse(line) as { msg: string }).msg) };
  const app = Fastify({ trustProxy, logger: { level: 'warn', stream } });
  await app.register(forwardedWarning);
  app.get('/', async () => 'hello');
  for (const each of forwarded)
    await app.inject({ url: '/', headers: each === undefined ? {} : { 'x-forwarded-for': each } });
  await app.close();
  return said;
}

const warning = suite('forwardedWarning');
warning('names TRUST_PROXY once if an address comes from an untrusted proxy', async () => {
  const said = await warnings(false, [undefined, '203.0.113.5', '203.0.113.6']);
  assert.is(said.length, 1);
  assert.match(said[0]!, 'TRUST_PROXY');
  assert.not.match(said[0]!, '203.0.113');
  assert.is((await warnings(['10.0.0.0/8'], ['203.0.113.5'])).length, 1);
});
warning('logs nothing for a trusted proxy, or without one', async () => {
  assert.equal(await warnings(['127.0.0.1'], ['203.0.113.5']), []);
  assert.equal(await warnings(false, [undefined]), []);
});
warning.run();
