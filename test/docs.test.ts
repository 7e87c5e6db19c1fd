import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { actionKinds } from '../service/flow/actions/index.js';
import { limitVariables } from '../service/limits/limit-settings.js';
import { languages } from '../shared/languages.js';
import { agentFrameSchemas } from '../shared/protocol/agent-frames.js';
import { customerFrameSchemas } from '../shared/protocol/customer-frames.js';
import { queueMetricNames } from '../shared/queue-metrics.js';
import { colourPointers } from '../shared/theme-colours.js';
import { eventTypePrefix, transcriptEvents } from '../shared/transcript-events.js';
import { FeaturesSchema, WidgetSchema } from '../shared/widget-config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? markdownIn(path) : path.endsWith('.md') ? [path] : [];
  });
const docs = markdownIn('docs');
const pages = ['README.md', 'CONTRIBUTING.md', ...docs];
const all = [...pages, 'CHANGELOG.md'];

/** Code blocks may contain anything. */
const withoutBlocks = (text: string): string =>
  text.replace(/^```[^]*?^```$/gm, '').replace(/^ {4}.*$/gm, '');

interface Link {
  from: string;
  /** The target file, and the heading in it. */
  to: string;
  anchor: string | undefined;
}
function linksOf(file: string): Link[] {
  const found = withoutBlocks(read(file)).matchAll(/\]\(([^)\s]+)\)/g);
  return [...found]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { from: file, to: path === '' ? file : normalize(join(dirname(file), path)), anchor };
    });
}
/** The anchors of a page's headings, as GitHub creates them. */
const anchorsOf = (file: string): string[] =>
  [...withoutBlocks(read(file)).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
const show = ({ from, to, anchor }: Link): string => `${from} → ${to}${anchor ? `#${anchor}` : ''}`;

const links = suite('links of the docs');
links('lead to files and headings that exist', () => {
  const broken = all.flatMap(linksOf).filter(({ to, anchor }) => {
    if (!existsSync(join(root, to))) return true;
    return anchor !== undefined && !anchorsOf(to).includes(anchor);
  });
  assert.equal(broken.map(show), []);
});
links('lead from the index to every page', () => {
  const listed = ['docs/README.md', 'docs/decisions/README.md'].flatMap(linksOf).map(({ to }) => to);
  assert.equal(
    docs.filter((page) => page !== 'docs/README.md' && !listed.includes(page)),
    [],
  );
});
links('every page is of one kind', () => {
  const kind = /^docs\/(README\.md$|(tutorials|how-to|reference|explanation|decisions)\/[a-z0-9-]+\.md$)/i;
  assert.equal(
    docs.filter((page) => !kind.test(page)),
    [],
  );
});
links.run();

const sourcePath =
  /(?<![\w/.:@-])(?:shared|client|widget|console|service|test|bench|scripts|docs)\/[\w./<>*-]*[\w/>*]/g;
/** Paths may omit the extension. From `<` or `*` on, a path stands for several. */
function isThere(path: string): boolean {
  const certain = /[<*]/.test(path) ? dirname(path.split(/[<*]/)[0]! + 'x') : path;
  return [certain, `${certain}.ts`].some((each) => existsSync(join(root, each)));
}

const paths = suite('source paths in the docs');
paths('exist', () => {
  const gone = pages.flatMap((page) => {
    const text = read(page);
    // Files that replaced decisions name may be gone.
    if (/^Status: replaced/m.test(text)) return [];
    // Benchmarks write their results when they run.
    const named = (text.match(sourcePath) ?? []).filter((path) => !path.startsWith('bench/results/'));
    return named.filter((path) => !isThere(path)).map((path) => `${page}: ${path}`);
  });
  assert.equal(gone, []);
});
paths.run();

const decisions = suite('decisions');
const decisionPages = docs.filter((page) => /decisions\/(?!README)/.test(page));
for (const heading of ['Context', 'Decision', 'Consequences'])
  decisions(`have their ${heading.toLowerCase()}`, () => {
    assert.equal(
      decisionPages.filter((page) => !read(page).includes(`\n## ${heading}\n`)),
      [],
    );
  });
decisions('are listed under their titles', () => {
  const index = read('docs/decisions/README.md');
  const titles = decisionPages.map((page) => read(page).split('\n')[0]!.slice('# '.length));
  assert.equal(
    titles.filter((title) => !index.includes(`[${title}](`)),
    [],
  );
});
decisions.run();

const overview = suite('README.md and CHANGELOG.md');
overview('the README has 200 lines at most', () => {
  assert.ok(read('README.md').split('\n').length <= 200);
});
overview('the README names every language', () => {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  for (const { tag } of languages) assert.match(read('README.md'), names.of(tag.split('-')[0]!)!);
});
overview('the changelog has each heading once per release, in the order of Keep a Changelog', () => {
  const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  for (const release of read('CHANGELOG.md').split('\n## ').slice(1)) {
    const headings = [...release.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading!);
    const known = kinds.filter((kind) => headings.includes(kind));
    assert.equal(headings, known, release.split('\n')[0]);
    assert.not.match(release, /\n[ -] [^\n]*\n\n+- /, 'a list falls apart');
    const changes = release.split(/\n(?=- |\n)/).filter((line) => line.startsWith('- '));
    assert.is(new Set(changes).size, changes.length, 'a change is listed twice');
  }
});
overview.run();

/** All names in code that begin a row of a table. */
const firstCells = (file: string): string[] =>
  [...read(file).matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
function namesEach(file: string, names: Iterable<string>): void {
  const known = firstCells(file);
  assert.equal(
    [...names].filter((name) => !known.includes(name)),
    [],
    file,
  );
}

const complete = suite('reference pages');
complete('the protocol lists every frame', () => {
  const sources = readdirSync(join(root, 'shared/protocol')).map((file) => read(`shared/protocol/${file}`));
  const sent = [...sources.join('').matchAll(/\btype: '([a-z-]+)'/g)].map(([, type]) => type!);
  namesEach('docs/reference/protocol.md', [
    ...Object.keys(customerFrameSchemas),
    ...Object.keys(agentFrameSchemas),
    ...sent,
  ]);
});
complete('the protocol lists every transcript event', () => {
  const kinds = Object.values(transcriptEvents).map((type) => type.slice(eventTypePrefix.length));
  namesEach('docs/reference/protocol.md', kinds);
});
complete('the settings list every variable', () => {
  const variables = [...read('service/settings.ts').matchAll(/\bgiven\('([A-Z_]+)'\)/g)].map(
    ([, name]) => name!,
  );
  assert.ok(variables.length > 5);
  for (const name of variables) assert.match(read('docs/reference/settings.md'), `\`${name}\``);
  namesEach('docs/reference/limits.md', Object.keys(limitVariables));
});
complete('the REST API lists every member of a widget', () => {
  namesEach('docs/reference/rest-api.md', Object.keys(WidgetSchema.properties));
  const page = read('docs/reference/rest-api.md');
  for (const feature of Object.keys(FeaturesSchema.properties))
    assert.ok(page.includes(`\`${feature}\``), feature);
});
complete('contact flows list every action', () => {
  namesEach(
    'docs/reference/contact-flows.md',
    actionKinds.map(({ type }) => type),
  );
});
complete('contact flows list every metric of a queue, with its name in REST', () => {
  const page = 'docs/reference/contact-flows.md';
  namesEach(page, Object.keys(queueMetricNames));
  for (const { restName } of Object.values(queueMetricNames))
    assert.ok(read(page).includes(`\`${restName}\``));
});
complete('the element lists everything in its manifest, and every colour', () => {
  type Named = { name: string; kind?: string };
  const manifest = JSON.parse(read('custom-elements.json')) as {
    modules: {
      declarations: Record<'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties', Named[]>[];
    }[];
  };
  const element = manifest.modules[0]!.declarations[0]!;
  const page = read('docs/reference/element.md');
  const { attributes, members, events, cssParts, cssProperties } = element;
  const colours = colourPointers.map(
    (pointer) =>
      `--connect-chat${pointer
        .replace('/theme', '')
        .replaceAll('/', '-')
        .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
  const names = [...attributes, ...events, ...cssParts, ...cssProperties].map(({ name }) => name);
  namesEach('docs/reference/element.md', [...names, ...colours]);
  for (const { name, kind } of members)
    assert.ok(page.includes(kind === 'method' ? `\`${name}(` : `\`${name}\``), name);
});
complete('the dependencies list every package, and no other', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const packages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  assert.equal(firstCells('docs/explanation/dependencies.md').sort(), packages.sort());
});
complete.run();
