import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The data of a contact: what backends store and carry. */
const contactData = [
  'service/contact/contact-summary.ts',
  'service/contact/deadline.ts',
  'service/contact/entry.ts',
  'service/contact/topics.ts',
];
/** What every implementation of the backend may stand on, beside its own folder. */
const underBackends = [
  ...contactData,
  'service/contact/number-entries.ts',
  'service/backend',
  'service/clock.ts',
  'service/errors.ts',
  'shared',
];
/** What every page of staff may stand on. */
const underPages = [
  'console/theme',
  'console/time',
  'console/state',
  'console/request',
  'console/forms',
  'client',
  'shared',
];
/** What is shared by the columns of the agent's desk, and by what opens above them. They know neither each other nor the session. */
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
/** What the steps of the widget editor, and the list of widgets, share. They do not know each other. */
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
  'console/agent/storage': ['console/agent/storage', 'client', 'shared'],
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
  'console/agent/elements/canned-replies': column('canned-replies'),
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
/** Which folders (or files) may import which: the longest name that fits a file counts. */
const arrows: Record<string, string[]> = {
  shared: ['shared'],
  client: ['client', 'shared'],
  widget: ['widget', 'client', 'shared'],
  // The state of an open chat knows no page; elements render what they are given, and know no conversation.
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
  'service/backend': [...contactData, 'service/backend', 'shared'],
  'service/backend/memory': [...underBackends, 'service/backend/memory'],
  'service/backend/embedded': [...underBackends, 'service/backend/memory', 'service/backend/embedded'],
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
  // An edge of participants: it maps frames to calls, and knows no entry, command or right.
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
/** What must not know the edges. */
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
const implementations = ['service/backend/memory', 'service/backend/embedded'];
/** Edges are built upon by the app alone. */
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

const architecture = suite('the arrows');
architecture('point one way only', () => {
  const places = Object.keys(arrows).sort((a, b) => b.length - a.length);
  const wrong = ours.filter(({ from, to }) => {
    const place = places.find((each) => isIn(from, each))!;
    return !arrows[place]!.some((allowed) => isIn(to, allowed));
  });
  assert.equal(wrong.map(show), []);
});
architecture('lead the core to no edge', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      coreFolders.some((folder) => isIn(from, folder)) && edges.some((place) => isIn(to, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('lead to an implementation of the backend from serve.ts and backups alone', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      implementations.some((place) => isIn(to, place)) &&
      !['service/serve.ts', 'service/backup', ...implementations].some((place) => isIn(from, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('keep the interfaces of the backend apart from their implementations', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      /^service\/backend\/[^/]+\.ts$/.test(from) && implementations.some((place) => isIn(to, place)),
  );
  assert.equal(wrong.map(show), []);
});
architecture('lead to the sockets from the app alone', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      isIn(to, 'service/gateway') && !isIn(from, 'service/gateway') && from !== 'service/app.ts',
  );
  assert.equal(wrong.map(show), []);
});
architecture('give edges only types of the backend: they store by the core', () => {
  const wrong = ours.filter(
    ({ from, to, isType }) =>
      ['service/gateway', 'service/routes', 'service/plugins'].some((edge) => isIn(from, edge)) &&
      isIn(to, 'service/backend') &&
      !isType,
  );
  assert.equal(wrong.map(show), []);
});
architecture('let frames be known to sockets alone', () => {
  const wrong = ours.filter(
    ({ from, to }) =>
      isIn(from, 'service') && !isIn(from, 'service/gateway') && /^shared\/protocol\/(?!codes)/.test(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture('let the memory backend know nothing of the embedded one', () => {
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
architecture('form no circles, imports of types included', () => {
  assert.is(circleOf(ours), undefined);
});
/** Files that are longer than others may be; each is to be split, and leaves this list then. */
const tooLong = ['widget/conversation/conversation.ts'];
architecture('lead between files of at most 400 lines', () => {
  const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
  assert.equal(long, tooLong);
});
architecture('give every file a place', () => {
  const places = Object.keys(arrows);
  assert.equal(
    sources.filter((file) => !places.some((place) => isIn(file, place))),
    [],
  );
});
architecture('bring neither Fastify nor sockets nor files into the core', () => {
  const outside = ['fastify', '@fastify/', 'ws', 'classic-level', 'node:fs', 'node:net', 'node:http'];
  const wrong = imports.filter(
    ({ from, to }) =>
      coreFolders.some((folder) => isIn(from, folder)) &&
      outside.some(
        (name) => to === name || (name.endsWith('/') && to.startsWith(name)) || to.startsWith(`${name}/`),
      ),
  );
  assert.equal(wrong.map(show), []);
});
architecture('let the process be known to main.ts alone', () => {
  const knowing = files('service').filter((file) =>
    /\bprocess\.[a-z]/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.equal(knowing, ['service/main.ts']);
});
architecture('bring schemas into no browser but the administrator’s', () => {
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
architecture('write schemas in no file of a browser', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^(client|widget|console)\//.test(from) && /typebox/.test(to),
  );
  assert.equal(wrong.map(show), []);
});
architecture.run();
