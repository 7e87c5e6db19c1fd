import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? files(path) : [path];
  });
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const tests = files('test').filter((file) => file.endsWith('.test.ts'));
const sources = ['shared', 'client', 'widget', 'console', 'service']
  .flatMap(files)
  .filter((file) => file.endsWith('.ts'));

const conventions = suite('conventions');
conventions("every uvu suite is run, because one that isn't passes silently", () => {
  const silent = tests.filter((file) => {
    const text = read(file);
    if (!text.includes("from 'uvu'")) return false;
    const suites = text.match(/= suite[<(]/g)?.length ?? 0;
    return (text.match(/\.run\(\);/g)?.length ?? 0) < Math.max(1, suites);
  });
  assert.equal(silent, []);
});
conventions('no test is skipped or run exclusively', () => {
  const left = tests.filter((file) => /\b(?:it|describe|test|suite)\.(?:only|skip)\(/.test(read(file)));
  assert.equal(left, []);
});
conventions('no test sleeps', () => {
  const sleeping = files('test').filter((file) =>
    /setTimeout\([^,]+,\s*[1-9]\d*|waitForTimeout/.test(read(file)),
  );
  assert.equal(
    sleeping.filter((file) => file !== 'test/conventions.test.ts'),
    [],
  );
});
conventions('file names describe their content in words with hyphens', () => {
  const odd = [...sources, ...files('test')].filter((file) => {
    const name = file.split('/').at(-1)!;
    // A folder of data has a README with the origin of the data.
    if (name === 'README.md') return false;
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|styles|d))?\.(ts|mts|html|css|svg|json)$/.test(name);
  });
  assert.equal(odd, []);
});
conventions('no folder collects leftovers', () => {
  const drawers = sources.filter((file) => /(?:^|[/])(?:utils?|helpers?|common|misc|types)\.ts$/.test(file));
  assert.equal(drawers, []);
});
conventions('no code inserts data into a page as markup', () => {
  const wrong = sources.filter((file) =>
    /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|document\.write/.test(read(file)),
  );
  assert.equal(wrong, []);
});
conventions('staff pages use the colours of the one table', () => {
  const styles = files('console').flatMap((file): [file: string, text: string][] => {
    if (file.endsWith('.css')) return [[file, read(file)]];
    if (!file.endsWith('.ts')) return [];
    return [...read(file).matchAll(/\bcss`[^`]*`/g)].map(([text]): [string, string] => [file, text]);
  });
  const literals = styles
    .filter(([, text]) =>
      /:[^;{}]*(?:#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\()[^{}]*?[;}]/i.test(text),
    )
    .map(([file]) => file);
  assert.equal(literals, []);
});
conventions('the lock file contains no registry address', () => {
  assert.not.match(read('package-lock.json'), /"resolved"/);
});
/** The contract suites that the tests below a folder run. */
const contractsRunIn = (folder: string): Set<string> =>
  new Set(
    tests
      .filter((file) => file.startsWith(`${folder}/`))
      .flatMap((file) => [...read(file).matchAll(/\/([a-z-]+-contract)\.js'/g)].map(([, name]) => name!)),
  );
const nameOf = (file: string): string => file.split('/').at(-1)!.replace('.ts', '');
conventions('every interface of the backend has a contract suite, which its implementations run', () => {
  const contracts = readdirSync(join(root, 'test/service/backend')).filter((name) =>
    name.endsWith('-contract.ts'),
  );
  // The contract of the log covers queries. The backend only groups all interfaces.
  const interfaces = readdirSync(join(root, 'service/backend'))
    .filter((name) => name.endsWith('.ts'))
    .map(nameOf)
    .filter((name) => !['backend', 'contact-query'].includes(name));
  assert.equal(
    interfaces.filter((name) => !contracts.includes(`${name}-contract.ts`)),
    [],
    'interfaces without a contract',
  );
  const inMemory = contractsRunIn('test/service/backend/memory');
  assert.equal(
    contracts.map(nameOf).filter((name) => !inMemory.has(name)),
    [],
    'contracts that the memory backend does not run',
  );
  const untested = files('service/backend').filter((file) => {
    const backend = file.split('/')[2]!;
    if (backend.endsWith('.ts')) return false;
    const contract = `${nameOf(file)}-contract`;
    const isContract = contracts.includes(`${contract}.ts`);
    return isContract && !contractsRunIn(`test/service/backend/${backend}`).has(contract);
  });
  assert.equal(untested, [], 'implementations that do not run the contract');
});
conventions('no two events share a name, because an element hears the events of others inside it', () => {
  const names = [...files('widget'), ...files('console')].flatMap((file) =>
    [...read(file).matchAll(/\beventName = '([^']+)'/g)].map(([, name]) => name),
  );
  assert.ok(names.length > 10);
  assert.equal(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});
conventions('dependencies have exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const open = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  assert.equal(open, []);
});
conventions.run();
