import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { languages } from '../shared/languages.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The data of a contact, which backends store and transport. */
const contactData = [
  'service/contact/contact-summary.ts',
  'service/contact/deadline.ts',
  'service/contact/entry-json.ts',
  'service/contact/entry.ts',
  'service/contact/topics.ts',
];
/** What every implementation of the backend may import, besides its own folder. */
const underBackends = [
  ...contactData,
  'service/contact/number-entries.ts',
  'service/backend',
  'service/clock.ts',
  'service/errors.ts',
  'shared',
];
/** What every staff page may import. */
const underPages = [
  'console/theme',
  'console/time',
  'console/state',
  'console/request',
  'console/forms',
  'client',
  'shared',
];
/** What the agent's desk shares among its columns and dialogs. They import neither each other nor the session. */
const column = (name: string): string[] => [
  `console/agent/elements/${name}`,
  'console/agent/elements/intent-event.ts',
  'console/agent/elements/render-avatar.ts',
  'console/agent/state',
  'widget/elements',
  'widget/events',
  'widget/files',
  ...underPages,
];
/** What the steps of the widget editor and the list of widgets share. They don't import each other. */
const widgetPage = (name: string): string[] => [
  `console/admin/widgets/${name}`,
  'console/admin/widgets/fields',
  'console/admin/widgets/state',
  'console/admin/state',
  'console/admin/theme',
  ...underPages,
];
/** The staff pages: pages → elements → state. */
const staffArrows: Record<string, string[]> = {
  'console/theme': ['console/theme'],
  'console/time': ['console/time', 'widget/elements'],
  'console/request': ['console/request'],
  'console/state': ['console/state', 'console/request'],
  'console/forms': ['console/forms', 'console/theme', 'console/state', 'console/request'],
  'console/sign-in': ['console/sign-in', ...underPages],
  'console/setup': ['console/setup', ...underPages],
  'console/agent/state': ['console/agent/state', 'widget/events', 'client', 'shared'],
  'console/agent/storage': ['console/agent/storage', 'console/agent/state/preference.ts', 'client', 'shared'],
  'console/agent/session': [
    'console/agent/session',
    'console/agent/state',
    'console/agent/storage',
    'widget/events',
    'client',
    'shared',
  ],
  'console/agent/elements': ['console/agent/state', ...underPages],
  'console/agent/elements/inbox': column('inbox'),
  'console/agent/elements/picker': [],
  'console/agent/elements/canned-replies': [...column('canned-replies'), 'console/agent/elements/picker'],
  'console/agent/elements/palette': [...column('palette'), 'console/agent/elements/picker'],
  'console/agent/elements/conversation': [
    ...column('conversation'),
    'console/agent/elements/canned-replies/reply-event.ts',
  ],
  'console/agent/elements/context': column('context'),
  'console/agent/elements/notes': column('notes'),
  'console/agent/elements/transfer': column('transfer'),
  'console/agent/elements/wrap-up': column('wrap-up'),
  'console/agent/elements/desk': [
    'console/agent/elements',
    'console/agent/session',
    'console/agent/state',
    'console/agent/storage',
    ...underPages,
  ],
  'console/agent': ['console/agent', 'console/sign-in', 'widget/rich', ...underPages],
  'console/admin/state': ['console/admin/state', 'shared'],
  'console/admin/theme': ['console/admin/theme', 'console/theme'],
  'console/admin/accounts/state': [
    'console/admin/accounts/state',
    'console/admin/state',
    'console/forms/form-state.ts',
    'console/state',
    'console/request',
    'shared',
  ],
  'console/admin/accounts/elements': [
    'console/admin/accounts',
    'console/admin/state',
    'console/admin/theme',
    ...underPages,
  ],
  'console/admin/canned-replies/state': [
    'console/admin/canned-replies/state',
    'console/forms/form-state.ts',
    'console/state',
    'console/request',
    'shared',
  ],
  'console/admin/canned-replies/elements': [
    'console/admin/canned-replies',
    'console/admin/accounts/elements/render-form-dialog.ts',
    'console/admin/theme',
    ...underPages,
  ],
  'console/admin/widgets/state': [
    'console/admin/widgets/state',
    'console/admin/state',
    'console/state',
    'console/request',
    'shared',
  ],
  'console/admin/widgets/fields': widgetPage('fields'),
  'console/admin/widgets/list': widgetPage('list'),
  'console/admin/widgets/look': [...widgetPage('look'), 'console/admin/preview/preview-view.ts'],
  'console/admin/widgets/sites': widgetPage('sites'),
  'console/admin/widgets/code': widgetPage('code'),
  'console/admin/widgets/history': widgetPage('history'),
  'console/admin/widgets/editor': ['console/admin/widgets', ...widgetPage('editor')],
  // The administrator's preview is the widget itself.
  'console/admin/preview': ['console/admin/preview', 'widget', 'client', 'shared'],
  'console/admin': ['console/admin', 'console/sign-in', ...underPages],
};
/** What the open chat offers its features: files, alerts, the menu, the survey, offline messages. */
const chatHost = 'widget/conversation/conversation-host.ts';
/** What every part of the widget that is drawn may import. */
const underWidget = ['widget/strings', 'widget/events', 'widget/elements', 'client', 'shared'];
/** The widget: element → open chat → features and elements → texts and events. */
const widgetArrows: Record<string, string[]> = {
  'widget/strings': ['widget/strings', 'shared'],
  'widget/events': ['widget/events', 'shared'],
  'widget/async': ['widget/async'],
  'widget/page': ['widget/page', 'client'],
  'widget/configuration': ['widget/configuration', 'widget/events', 'client', 'shared'],
  // Elements render what they are given, and don't import the conversation.
  'widget/elements': [
    'widget/elements',
    'widget/configuration',
    'widget/emoji',
    'widget/events',
    'widget/menu',
    'widget/photo',
    'widget/rich',
    'widget/strings',
    'client',
    'shared',
  ],
  'widget/emoji': ['widget/emoji', ...underWidget],
  'widget/photo': ['widget/photo', 'widget/rich', ...underWidget],
  'widget/rich': ['widget/rich', 'widget/files', 'widget/photo', ...underWidget],
  'widget/forms': ['widget/forms', ...underWidget],
  'widget/files': ['widget/files', 'widget/async', 'widget/page', chatHost, ...underWidget],
  'widget/alerts': ['widget/alerts', 'widget/async', chatHost, ...underWidget],
  'widget/menu': [
    'widget/menu',
    'widget/page',
    'widget/conversation/state/conversation-state.ts',
    chatHost,
    ...underWidget,
  ],
  'widget/offline-message': ['widget/offline-message', 'widget/forms', chatHost, ...underWidget],
  'widget/survey': ['widget/survey', 'widget/forms', chatHost, ...underWidget],
  'widget/conversation': [
    'widget/conversation',
    'widget/alerts',
    'widget/async',
    'widget/configuration',
    'widget/files',
    'widget/forms',
    'widget/menu',
    'widget/offline-message',
    'widget/page',
    'widget/survey',
    ...underWidget,
  ],
  // The state of an open chat imports no element.
  'widget/conversation/state': ['widget/conversation/state', 'client', 'shared'],
  'widget/launcher': ['widget/launcher', 'widget/conversation/conversation.ts', ...underWidget],
  'widget/embed': ['widget/embed', 'widget/connect-chat-widget.ts', 'widget/configuration', 'shared'],
  'widget/amazon': [
    'widget/amazon',
    'widget/connect-chat-widget.ts',
    'widget/configuration',
    'widget/embed',
    'widget/events',
    'shared',
  ],
  widget: ['widget', 'client', 'shared'],
};
/** Which folders (or files) may import which. The longest matching name applies. */
const arrows: Record<string, string[]> = {
  shared: ['shared'],
  client: ['client', 'shared'],
  ...widgetArrows,
  ...staffArrows,
  'service/errors.ts': ['shared'],
  'service/clock.ts': [],
  'service/database-url.ts': [],
  'service/attachments-url.ts': [],
  'service/backend': [...contactData, 'service/backend', 'shared'],
  'service/backend/memory': [...underBackends, 'service/backend/memory'],
  'service/backend/embedded': [...underBackends, 'service/backend/memory', 'service/backend/embedded'],
  'service/backend/s3': [...underBackends, 'service/backend/embedded', 'service/backend/s3'],
  'service/backend/postgres': [
    ...underBackends,
    'service/backend/memory',
    'service/backend/embedded',
    'service/backend/postgres',
    'service/database-url.ts',
  ],
  'service/flow': ['service/flow', 'service/errors.ts', 'shared'],
  'service/contact': [
    'service/clock.ts',
    'service/contact',
    'service/flow',
    'service/backend',
    'service/errors.ts',
    'shared',
  ],
  'service/routing': [
    'service/clock.ts',
    'service/routing',
    'service/contact',
    'service/flow',
    'service/backend',
    'service/errors.ts',
    'shared',
  ],
  'service/limits': ['service/clock.ts', 'service/limits', 'service/backend', 'service/errors.ts', 'shared'],
  'service/auth': [
    'service/clock.ts',
    'service/auth',
    'service/limits',
    'service/backend',
    'service/errors.ts',
    'shared',
  ],
  'service/attachments': [
    'service/clock.ts',
    'service/attachments',
    'service/limits',
    'service/contact',
    'service/backend',
    'service/errors.ts',
    'shared',
  ],
  'service/canned-replies': ['service/canned-replies', 'service/backend', 'service/errors.ts', 'shared'],
  'service/widget': ['service/clock.ts', 'service/widget', 'service/backend', 'shared'],
  'service/metrics': ['service/metrics', 'service/core.ts', 'shared'],
  'service/backup': [...contactData, 'service/backup', 'service/backend', 'service/clock.ts', 'shared'],
  'service/move': ['service', 'shared'],
  'service/participant': [
    'service/clock.ts',
    'service/participant',
    'service/contact',
    'service/routing',
    'service/attachments',
    'service/auth',
    'service/limits',
    'service/widget',
    'service/backend',
    'service/errors.ts',
    'shared',
  ],
  // An edge for participants maps frames to calls. It imports no entries, commands or rights.
  'service/gateway': [
    'service/clock.ts',
    'service/gateway',
    'service/participant',
    'service/auth',
    'service/limits',
    'service/core.ts',
    'service/errors.ts',
    'shared',
  ],
  'service/pages': [],
  'service/routes': ['service', 'shared'],
  'service/plugins': ['service', 'shared'],
  service: ['service', 'shared'],
};
/** Folders that must not import the edges. */
const coreFolders = [
  'service/contact',
  'service/flow',
  'service/routing',
  'service/limits',
  'service/auth',
  'service/attachments',
  'service/canned-replies',
  'service/widget',
  'service/participant',
];
const implementations = ['memory', 'embedded', 's3', 'postgres'].map((name) => `service/backend/${name}`);
/** Only the app imports the edges. */
const edges = ['service/gateway', 'service/routes', 'service/plugins', 'service/app.ts', 'service/main.ts'];

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
const sources = ['shared', 'client', 'widget', 'console', 'service'].flatMap(files);

interface Import {
  from: string;
  to: string;
  isType: boolean;
}
const pattern =
  /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(pattern)].map(([, type, from, alone, later]) => {
    const name = (from ?? alone ?? later)!;
    const path = name.startsWith('.')
      ? relative(root, resolve(root, dirname(file), name)).replace(/\.js$/, '.ts')
      : name;
    return { from: file, to: path, isType: type !== undefined };
  });
}
const imports = sources.flatMap(importsOf);
const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const ours = imports.filter(({ to }) => sources.includes(to));
const show = ({ from, to }: Import): string => `${from} → ${to}`;

const architecture = suite('imports');
architecture('point in one direction', () => {
  const places = Object.keys(arrows).sort((a, b) => b.length - a.length);
  const wrong = ours.filter(({ from, to }) => {
    const place = places.find((each) => isIn(from, each))!;
    return !arrows[place]!.some((allowed) => isIn(to, allowed));
  });
  assert.equal(wrong.map(show), []);
});
architecture('never lead from the core to an edge', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      coreFolders.some((folder) => isIn(from, folder)) && edges.some((place) => isIn(to, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('lead to an implementation of the backend only from what opens one, and from backups', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      implementations.some((place) => isIn(to, place)) &&
      ![
        'service/serve.ts',
        'service/open-attachments.ts',
        'service/backup',
        'service/move',
        ...implementations,
      ].some((place) => isIn(from, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('let the PostgreSQL backend take checks of documents from the embedded one', () => {
  const shared = [
    'service/backend/embedded/configuration/check-stored-documents.ts',
    'service/backend/embedded/configuration/drop-unknown-members.ts',
  ];
  const wrong = ours.filter(
    ({ from, to }) =>
      isIn(from, 'service/backend/postgres') && isIn(to, 'service/backend/embedded') && !shared.includes(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture('separate the interfaces of the backend from their implementations', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      /^service\/backend\/[^/]+\.ts$/.test(from) && implementations.some((place) => isIn(to, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('lead to the sockets only from the app', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      isIn(to, 'service/gateway') && !isIn(from, 'service/gateway') && from !== 'service/app.ts',
  );
  assert.equal(wrong.map(show), []);
});
architecture('give edges only types of the backend, so that they store through the core', () => {
  const wrong = ours.filter(
    ({ from, to, isType }) =>
      ['service/gateway', 'service/routes', 'service/plugins'].some((edge) => isIn(from, edge)) &&
      isIn(to, 'service/backend') &&
      !isType,
  );
  assert.equal(wrong.map(show), []);
});
architecture('give frames only to sockets', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      isIn(from, 'service') && !isIn(from, 'service/gateway') && /^shared\/protocol\/(?!codes)/.test(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture('keep the memory backend independent of the embedded one', () => {
  const wrong = ours.filter(
    ({ from, to }) => isIn(from, 'service/backend/memory') && isIn(to, 'service/backend/embedded'),
  );
  assert.equal(wrong.map(show), []);
});
/** A circle of imports, if there is one. */
function circleOf(some: readonly Import[]): string | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of some) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const other of next.get(file) ?? []) {
      const circle = walk(other, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle) return circle.join(' → ');
  }
  return undefined;
}
architecture('form no circles, type imports included', () => {
  assert.is(circleOf(ours), undefined);
});
architecture(
  'have a rule for every folder: the rule of `service` or `widget` is only for the files directly in it',
  () => {
    const ruled = Object.keys(arrows).filter((place) => !['service', 'widget'].includes(place));
    const isRuled = (file: string): boolean =>
      /^(service|widget)\/[^/]+$/.test(file) || ruled.some((place) => isIn(file, place));
    assert.equal([...new Set(sources.filter((file) => !isRuled(file)).map(dirname))], []);
  },
);
architecture('have no rule for a folder that is gone', () => {
  const named = [...Object.keys(arrows), ...Object.values(arrows).flat(), ...coreFolders, ...edges];
  assert.equal(
    [...new Set(named)].filter((place) => !existsSync(join(root, place))),
    [],
  );
});
/** The packages of the core. None of them knows Fastify, sockets, files, databases or processes. */
const corePackages = [
  'content-disposition',
  'fast-jwt',
  'nanoevents',
  'node:crypto',
  'node:os',
  'node:stream',
  'node:util',
  'tldts',
  'typebox',
  'typebox/compile',
  'yauzl',
];
architecture('keep Fastify, sockets and files out of the core', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      coreFolders.some((folder) => isIn(from, folder)) && !sources.includes(to) && !corePackages.includes(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture('let only main.ts use the process', () => {
  const knowing = files('service').filter((file) =>
    /\bprocess(?:\.[a-z]|\[|\?\.)|'(?:node:)?process'/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.equal(knowing, ['service/main.ts']);
});
architecture("load schemas in no browser except the administrator's", () => {
  const reach = (file: string, seen = new Set<string>()): Set<string> => {
    for (const { to, isType } of imports.filter(({ from }) => from === file))
      if (!isType && !seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  for (const entry of [
    'widget/define.ts',
    'widget/embed.ts',
    'console/agent/main.ts',
    'console/setup/main.ts',
  ])
    assert.equal(
      [...reach(entry)].filter((name) => name.startsWith('typebox')),
      [],
      entry,
    );
});
architecture('let no browser file define schemas', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^(client|widget|console)\//.test(from) && /typebox/.test(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture.run();

interface Part {
  /** The number of lines. */
  lines: number;
  name: string;
}
const linesOf = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
/** The functions and classes of a file, nested ones included. */
function partsOf(file: string): { functions: Part[]; classes: Part[] } {
  const text = readFileSync(join(root, file), 'utf8');
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest);
  const lineAt = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  const functions: Part[] = [];
  const classes: Part[] = [];
  const visit = (node: typescript.Node): void => {
    const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
    const { name } = node as { name?: { text?: string } };
    const part = { lines, name: `${file}: ${name?.text ?? 'without a name'}` };
    if (typescript.isFunctionLike(node) && 'body' in node && node.body) functions.push(part);
    if (typescript.isClassLike(node)) classes.push(part);
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return { functions, classes };
}
const parts = sources.map(partsOf);
const longest = (some: readonly Part[], most: number): string[] =>
  some.filter(({ lines }) => lines > most).map(({ name, lines }) => `${name}: ${lines} lines`);
/** The number that a share of the values doesn't exceed. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;

const sizes = suite('sizes');
sizes('files have at most 400 lines; half of them at most 80, nine tenths at most 160', () => {
  const lengths = sources.map((file) => ({ lines: linesOf(file), name: file }));
  assert.equal(longest(lengths, 400), []);
  const lines = lengths.map((file) => file.lines);
  assert.ok(quantile(lines, 0.5) <= 80, `the median is ${quantile(lines, 0.5)}`);
  assert.ok(quantile(lines, 0.9) <= 160, `the ninth decile is ${quantile(lines, 0.9)}`);
});
sizes('functions have at most 80 lines, and nine tenths of them at most 18', () => {
  const functions = parts.flatMap((file) => file.functions);
  assert.equal(longest(functions, 80), []);
  const ninth = quantile(
    functions.map(({ lines }) => lines),
    0.9,
  );
  assert.ok(ninth <= 18, `the ninth decile is ${ninth}`);
});
sizes('classes have at most 250 lines', () => {
  assert.equal(
    longest(
      parts.flatMap((file) => file.classes),
      250,
    ),
    [],
  );
});
/** Translations are data, which `test/widget/strings/load-strings.test.ts` compares with the English texts. */
const translations = languages.map(({ tag }) => `widget/strings/${tag.toLowerCase()}.ts`);
sizes('widget and console have at least six lines of tests for ten of code', () => {
  const sum = (all: readonly string[]): number => all.reduce((lines, file) => lines + linesOf(file), 0);
  for (const folder of ['widget', 'console']) {
    const code = files(folder).filter((file) => !translations.includes(file));
    const ratio = sum(files(`test/${folder}`)) / sum(code);
    assert.ok(ratio >= 0.6, `${folder}: ${ratio.toFixed(2)}`);
  }
});
sizes.run();
