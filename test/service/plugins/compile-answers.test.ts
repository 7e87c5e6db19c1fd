import { Type } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileAnswers } from '../../../service/plugins/compile-answers.js';

const route = (schema: object) => ({
  schema: schema as ReturnType<typeof Type.Object>,
  method: 'GET',
  url: '/',
});

const answers = suite('compileAnswers');
answers('writes what the schema names, and nothing else', async () => {
  const app = Fastify();
  app.setSerializerCompiler(compileAnswers);
  app.get('/', { schema: { response: { 200: Type.Object({ name: Type.String() }) } } }, () =>
    Promise.resolve({ name: 'Shop', secret: 'x' }),
  );
  for (let time = 0; time < 2; time += 1) assert.is((await app.inject('/')).body, '{"name":"Shop"}');
  await app.close();
});
answers('compiles a schema at its first answer, and once', () => {
  let reads = 0;
  const schema = {
    type: 'object',
    get properties() {
      reads += 1;
      return { count: { type: 'integer' } };
    },
  };
  const serialize = compileAnswers(route(schema));
  assert.is(reads, 0);
  assert.is(serialize({ count: 1 }), '{"count":1}');
  const once = reads;
  assert.ok(once > 0);
  assert.is(serialize({ count: 2, more: 3 }), '{"count":2}');
  assert.is(reads, once);
});
answers.run();
