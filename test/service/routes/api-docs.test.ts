import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp } from '../../support/test-app.js';

const page = readFileSync(new URL('../../../docs/reference/rest-api.md', import.meta.url), 'utf8');
const listed = [...page.matchAll(/^\| (`\/[^|]*)\|/gm)].flatMap(([, cell]) =>
  [...cell!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!),
);

const pages = suite('docs/reference/rest-api.md');
pages('lists every path of the API, and no others', async () => {
  const test = await openTestApp();
  const { paths } = (await test.inject({ url: '/api/openapi.json' })).json<{ paths: object }>();
  await test.close();
  const all = Object.keys(paths).map((path) => path.replace(/\/$/, '').replace(/\{(\w+)\}/g, ':$1'));
  assert.equal([...listed].sort(), [...new Set(all)].sort());
});
pages.run();
