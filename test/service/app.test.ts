import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const service = new URL('../../service/', import.meta.url);
const app = readFileSync(new URL('app.ts', service), 'utf8');
const registered = [...app.matchAll(/\.register\((\w+)/g)].map(([, name]) => name!);
/** The plugins that the files of a folder export. */
const exported = (folder: string): string[] =>
  readdirSync(new URL(folder, service)).flatMap((file) => {
    const text = readFileSync(new URL(folder + file, service), 'utf8');
    return [...text.matchAll(/^export const (\w+)(?:: FastifyPluginAsync\w*\b| = fp\()/gm)].map(
      ([, name]) => name!,
    );
  });

const map = suite('app.ts');
for (const folder of ['routes/', 'plugins/'])
  map(`registers everything in ${folder}`, () => {
    const names = exported(folder);
    assert.ok(names.length > 5);
    assert.equal(
      names.filter((name) => !registered.includes(name)),
      [],
    );
  });
map.run();
