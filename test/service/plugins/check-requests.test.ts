import { Type } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkRequests } from '../../../service/plugins/check-requests.js';

const Schema = Type.Object(
  { count: Type.Integer({ minimum: 1 }), name: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

/** The values that a route of this schema receives, or the status of the refusal. */
async function given(request: { query?: string; body?: object }): Promise<unknown> {
  const app = Fastify();
  app.setValidatorCompiler(checkRequests);
  app.get('/', { schema: { querystring: Schema } }, (asked) => asked.query);
  app.post('/', { schema: { body: Schema } }, (asked) => asked.body);
  const { statusCode, body } = await app.inject(
    request.body
      ? { method: 'POST', url: '/', payload: request.body }
      : { method: 'GET', url: `/?${request.query}` },
  );
  await app.close();
  return statusCode === 200 ? JSON.parse(body) : statusCode;
}

const checks = suite('checkRequests');
checks('converts texts of an address to numbers', async () => {
  assert.equal(await given({ query: 'count=3&name=4' }), { count: 3, name: '4' });
});
checks("doesn't convert texts in a body", async () => {
  assert.is(await given({ body: { count: '3' } }), 400);
  assert.equal(await given({ body: { count: 3, name: 'x' } }), { count: 3, name: 'x' });
});
checks('refuses invalid and unknown members', async () => {
  assert.is(await given({ query: 'count=0' }), 400);
  assert.is(await given({ query: 'count=many' }), 400);
  assert.is(await given({ query: 'count=1&other=1' }), 400);
});
checks.run();
