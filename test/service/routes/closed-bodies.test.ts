import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp } from '../../support/test-app.js';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Pointers of the objects in a schema that name their members and accept others too. */
function openObjects(schema: Schema, pointer = ''): string[] {
  const { properties, additionalProperties, items, anyOf = [] } = schema;
  return [
    ...(properties && additionalProperties !== false ? [pointer || '/'] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, each]) => openObjects(each, `${pointer}/${name}`)),
    ...(items ? openObjects(items, `${pointer}/*`) : []),
    ...anyOf.flatMap((each) => openObjects(each, pointer)),
  ];
}

/** These take nothing. */
const withoutBody = ['/api/contact-index/rebuild'];

const bodies = suite('bodies of write routes');
bodies('have schemas that name all their members', async () => {
  const test = await openTestApp();
  const { paths } = (await test.inject({ url: '/api/openapi.json' })).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  await test.close();
  let count = 0;
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody }] of Object.entries(operations)) {
      if (!['post', 'put', 'patch'].includes(method)) continue;
      count += 1;
      if (withoutBody.includes(path)) continue;
      assert.ok(requestBody, `${method} ${path} has no schema of its body`);
      const open = Object.values(requestBody.content).flatMap(({ schema }) => openObjects(schema));
      assert.equal(open, [], `${method} ${path}`);
    }
  assert.ok(count >= 12, `${count} routes were seen`);
});
bodies.run();
