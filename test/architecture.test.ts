import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The data of a contact, which backends store and transport. */
const contactData = [
  'service/contact/contact-summary.ts',
  'service/contact/deadline.ts',
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
  'console/admin/contacts/state': [
    'console/admin/contacts/state',
    'console/state',
    'console/request',
    'shared',
  ],
  'console/admin/contacts/elements': [
    'console/admin/contacts',
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
  'console/admin': [
    'console/admin',
    'console/sign-in',
    // The facts of a contact look the same on the desk and on its page.
    'console/agent/elements/context/contact-details.ts',
    ...underPages,
  ],
};
/** Which folders (or files) may import which. The longest matching name applies. */
const arrows: Record<string, string[]> = {
  shared: ['shared'],
  client: ['client', 'shared'],
  widget: ['widget', 'client', 'shared'],
  // The state of an open chat imports no element. Elements render what they are given, and don't import the
  // conversation.
  'widget/conversation/state': ['widget/conversation/state', 'client', 'shared'],
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
  ...staffArrows,
  'service/errors.ts': ['shared'],
  'service/clock.ts': [],
  'service/database-url.ts': [],
  'service/backend': [...contactData, 'service/backend', 'shared'],
  'service/backend/memory': [...underBackends, 'service/backend/memory'],
  'service/backend/embedded': [...underBackends, 'service/backend/memory', 'service/backend/embedded'],
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
  'service/contact-index': [
    'service/clock.ts',
    'service/contact-index',
    'service/contact',
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
  'service/routes': ['service', 'shared'],
  'service/plugins': ['service', 'shared'],
  service: ['service', 'shared'],
};
/** Folders that must not import the edges. */
const coreFolders = [
  'service/contact',
  'service/contact-index',
  'service/flow',
  'service/routing',
  'service/limits',
  'service/auth',
  'service/attachments',
  'service/canned-replies',
  'service/widget',
  'service/participant',
];
const implementations = ['service/backend/memory', 'service/backend/embedded', 'service/backend/postgres'];
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
architecture('lead to an implementation of the backend only from serve.ts and backups', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      implementations.some((place) => isIn(to, place)) &&
      !['service/serve.ts', 'service/backup', ...implementations].some((place) => isIn(from, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture(
  'let the PostgreSQL backend take files of attachments and checks of documents from the embedded one',
  () => {
    const shared = [
      'service/backend/embedded/attachments/attachments.ts',
      'service/backend/embedded/configuration/check-stored-documents.ts',
      'service/backend/embedded/configuration/drop-unknown-members.ts',
    ];
    const wrong = ours.filter(
      ({ from, to }) =>
        isIn(from, 'service/backend/postgres') &&
        isIn(to, 'service/backend/embedded') &&
        !shared.includes(to),
    );
    assert.equal(wrong.map(show), []);
  },
);
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
architecture('connect files of at most 400 lines', () => {
  const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
  assert.equal(long, []);
});
/** The classes of a file with more than 250 lines. */
function longClassesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  // A shorter file holds no longer class: only few files need to be parsed.
  if (text.split('\n').length <= 250) return [];
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest);
  const lineAt = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  const found: string[] = [];
  const visit = (node: typescript.Node): void => {
    if (typescript.isClassLike(node) && lineAt(node.end) - lineAt(node.getStart(source)) >= 250)
      found.push(`${file}: ${node.name?.text ?? 'a class'}`);
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
architecture('hold classes of at most 250 lines', () => {
  assert.equal(sources.flatMap(longClassesOf), []);
});
architecture('have a rule for every file', () => {
  const places = Object.keys(arrows);
  assert.equal(
    sources.filter((file) => !places.some((place) => isIn(file, place))),
    [],
  );
});
architecture('keep Fastify, sockets and files out of the core', () => {
  const outside = ['fastify', '@fastify/', 'ws', 'classic-level', 'pg', 'node:fs', 'node:net', 'node:http'];
  const wrong = imports.filter(
    ({ from, to }) =>
      coreFolders.some((folder) => isIn(from, folder)) &&
      outside.some(
        (name) => to === name || (name.endsWith('/') && to.startsWith(name)) || to.startsWith(`${name}/`),
      ),
  );
  assert.equal(wrong.map(show), []);
});
architecture('let only main.ts use the process', () => {
  const knowing = files('service').filter((file) =>
    /\bprocess\.[a-z]/.test(readFileSync(join(root, file), 'utf8')),
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
