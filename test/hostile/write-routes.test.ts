import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultFlow } from '../../service/flow/default-flow.js';
import { startChat } from '../support/chats-with-files.js';
import { hearEnd } from '../support/hear-end.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { adminToken, openTestApp, publicUrl, shop, type TestApp } from '../support/test-app.js';

/**
 * The targets of a run: a widget, an account, an active chat, and an ended one with its participant token.
 */
interface Place {
  test: TestApp;
  widgetId: string;
  agentId: string;
  contactId: string;
  participantToken: string;
  cannedReplyId: string;
}
/** A route that accepts JSON and stores some of it, from the OpenAPI document. */
interface Route {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
}

const password = 'correct horse battery';
const day = { hours: 9, minutes: 0 };
const hoursOfOperation = {
  timeZone: 'Europe/Berlin',
  config: [{ day: 'MONDAY', startTime: day, endTime: { hours: 17, minutes: 0 } }],
};
const widget = {
  name: 'Shop',
  domains: [shop],
  theme: { headerColor: '#123456', openIcon: { color: '#ffffff' } },
  texts: { title: 'Hello', labels: {} },
  preChat: [{ name: 'order', label: 'Order', type: 'select', options: ['one'] }],
  away: { whenClosed: 'LEAVE_MESSAGE' },
  survey: { kind: 'STARS' },
  features: { emoji: false },
  security: { required: false },
  language: 'en',
};
/** A valid body for each route that accepts JSON. A route without one fails the first test. */
const bodies: Record<string, object> = {
  'POST /api/session': { username: 'nobody', password },
  'POST /api/setup': { token: 'x', username: 'eve', displayName: 'Eve', password },
  'POST /api/widgets/': widget,
  'PUT /api/widgets/{widgetId}': widget,
  'PATCH /api/widgets/{widgetId}': widget,
  'POST /api/widgets/{widgetId}/keys/': {},
  'POST /api/widgets/{widgetId}/token-checks/': { token: 'x' },
  'PUT /api/flows/{flowId}': { name: 'Other', content: defaultFlow },
  'PUT /api/retention/': { days: 30 },
  'PUT /api/status-reasons/{statusReasonId}': { name: 'Lunch' },
  'PUT /api/queues/{queueId}': {
    ...{ name: 'Other', description: '', hoursOfOperation, serviceLevelSeconds: 30, maxContacts: 9 },
    ...{
      overflowQueueId: 'default',
      overflowMessage: 'Full',
      wrapUp: { seconds: 60, dispositions: ['Solved'], tags: ['Refund'] },
    },
    idleTimes: {
      customer: { warnAfterMinutes: 5, endAfterMinutes: 5 },
      agent: { warnAfterMinutes: 5, requeueAfterMinutes: 5 },
    },
  },
  'POST /api/agents/': {
    ...{ username: 'eve', displayName: 'Eve', password, role: 'agent', queues: ['default'], maxChats: 3 },
  },
  'PATCH /api/agents/{agentId}': { displayName: 'Ada', queues: ['default'], maxChats: 3, disabled: false },
  'POST /api/canned-replies/': {
    shortcut: 'hello',
    text: 'Hello {{customer.name}}',
    folder: '',
    isShared: true,
  },
  'PUT /api/canned-replies/{cannedReplyId}': { shortcut: 'bye', text: 'Bye', folder: 'Closing' },
  'POST /api/contacts/{contactId}/end': { message: 'We move house.' },
  'POST /api/contacts/end': {
    ...{ widgetId: 'another', queueId: 'default', state: 'ACTIVE', from: '2026-01-01T00:00:00Z', limit: 10 },
    ...{ message: 'We move house.', dryRun: true },
  },
  'POST /widgets/{widgetId}/survey/': { clientToken: 'one', rating: 5, comment: '' },
};
/** Valid bodies that are refused nevertheless, because they need a set-up token or a password. */
const refused = ['POST /api/session', 'POST /api/setup'];

const keyOf = ({ method, path }: Route): string => `${method} ${path}`;
const methods = ['post', 'put', 'patch', 'delete'] as const;

async function writeRoutesOf({ test }: Pick<Place, 'test'>): Promise<Route[]> {
  const { paths } = (await test.inject({ url: '/api/openapi.json' })).json<{
    paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
  }>();
  return Object.entries(paths).flatMap(([path, operations]) =>
    methods
      .filter((method) => 'application/json' in (operations[method]?.requestBody?.content ?? {}))
      .map((method) => ({ method: method.toUpperCase() as Route['method'], path })),
  );
}

function urlOf({ path }: Route, { widgetId, agentId, contactId, cannedReplyId }: Place): string {
  const own = { widgetId, agentId, contactId, cannedReplyId };
  const names: Record<string, string> = {
    ...own,
    flowId: 'other',
    queueId: 'other',
    statusReasonId: 'other',
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => names[name]!).replace(/\/$/, '');
}

/** Credentials that may use the route. */
function headersOf({ path }: Route, { participantToken }: Place): Record<string, string> {
  if (path.startsWith('/widgets/')) return { origin: shop, authorization: `Bearer ${participantToken}` };
  return /^\/api\/(session|setup)/.test(path)
    ? { origin: publicUrl }
    : { authorization: `Bearer ${adminToken}` };
}

const hostileNames = fc.oneof(
  fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype', 'toString', 'passwordHash', 'sessions', 'password', 'id'],
    ...['version', 'updatedAt', 'value', 'displayname', 'role', 'keys', 'widgetId', 'agentId', '', '/', '~'],
  ),
  fc.string({ maxLength: 8 }),
);
const hostileValues = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 5, 1e21, 1e-7, '', 'x', '\u0000', '\ud800', '__proto__', [], {}, [[]], [null]],
    ...['admin', 'x'.repeat(2_000), { constructor: { prototype: { a: 1 } } }],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const changes = fc.record({
  how: fc.constantFrom('add', 'replace', 'remove'),
  /** The place in the body, counted over all places. */
  where: fc.nat(1_000),
  name: hostileNames,
  value: hostileValues,
});
const writes = fc.record({
  /** The route, counted over all routes. */
  which: fc.nat(1_000),
  changes: fc.array(changes, { minLength: 1, maxLength: 3 }),
});
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

/** Defined as an own member, even for `__proto__`. */
const setMember = (object: object, name: string, value: unknown): void =>
  void Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

function placesIn(value: unknown): { parent: object; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [{ parent: value, name }, ...placesIn(each)]);
}

function changed(body: object, { how, where, name, value }: Change): object {
  const copy = structuredClone(body);
  const places = placesIn(copy);
  const place = places[where % Math.max(1, places.length)];
  if (how === 'add') setMember(where % 2 && place ? place.parent : copy, name, value);
  else if (place && how === 'replace') setMember(place.parent, place.name, value);
  else if (place) Reflect.deleteProperty(place.parent, place.name);
  return copy;
}

async function openPlace(dataDir: string): Promise<Place> {
  const test = await openTestApp({ dataDir });
  const widgetId = await test.createWidget({ survey: { kind: 'STARS' } });
  const { agentId } = await test.createAgent('ada');
  const { contactId } = await startChat(test, widgetId);
  const { frames, participantToken } = await startChat(test, widgetId);
  frames.say({ type: 'end' });
  await hearEnd(frames);
  const reply = await test.rest('POST', '/api/canned-replies', { shortcut: 'start', text: 'Welcome' });
  const { cannedReplyId } = reply.json<{ cannedReplyId: string }>();
  return { test, widgetId, agentId, contactId, participantToken, cannedReplyId };
}

async function write(place: Place, route: Route, body: object): Promise<void> {
  const { statusCode, body: answer } = await place.test.inject({
    method: route.method,
    url: urlOf(route, place),
    headers: { 'content-type': 'application/json', ...headersOf(route, place) },
    payload: JSON.stringify(body),
  });
  assert.ok(statusCode < 500, `${keyOf(route)} answered ${statusCode} ${answer}`);
  if (statusCode >= 400) assert.type((JSON.parse(answer) as { code?: unknown }).code, 'string');
}

/** A hundred bodies are too long to print; the seed reproduces them. */
async function reportShortly<T>({ failed, seed, counterexamplePath, errorInstance }: fc.RunDetails<T>) {
  if (failed) throw new Error(`{ seed: ${seed}, path: '${counterexamplePath}' }`, { cause: errorInstance });
}

const writeRoutes = suite('write routes');
writeRoutes('are all listed here, with bodies that they accept', async () => {
  const place = await openPlace(temporaryFolder());
  const routes = await writeRoutesOf(place);
  assert.equal(routes.map(keyOf).sort(), Object.keys(bodies).sort());
  for (const route of routes) {
    const { statusCode } = await place.test.inject({
      method: route.method,
      url: urlOf(route, place),
      headers: headersOf(route, place),
      payload: bodies[keyOf(route)],
    });
    assert.ok(statusCode < 300 || refused.includes(keyOf(route)), `${keyOf(route)} ${statusCode}`);
  }
  await place.test.close();
});
writeRoutes('answer 2xx or 4xx, and the next start can read what they stored', async () => {
  const property = fc.asyncProperty(fc.array(writes, { minLength: 80, maxLength: 100 }), async (sequence) => {
    const dataDir = temporaryFolder();
    const place = await openPlace(dataDir);
    const routes = await writeRoutesOf(place);
    for (const { which, changes } of sequence) {
      const route = routes[which % routes.length]!;
      await write(place, route, changes.reduce(changed, bodies[keyOf(route)]!));
    }
    await place.test.close();
    const again = await openTestApp({ dataDir });
    const { widgetId, agentId, contactId } = place;
    for (const path of [`agents/${agentId}`, `widgets/${widgetId}`, `contacts/${contactId}/transcript`])
      assert.is((await again.rest('GET', `/api/${path}`)).statusCode, 200, path);
    await again.close();
  });
  await fc.assert(property, { numRuns: 3, endOnFailure: true, asyncReporter: reportShortly });
});
writeRoutes.run();
