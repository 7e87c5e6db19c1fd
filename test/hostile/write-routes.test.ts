import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultFlow } from '../../service/flow/default-flow.js';
import { hearEnd } from '../support/hear-end.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { adminToken, openTestApp, publicUrl, shop, type TestApp } from '../support/test-app.js';

/** What a run writes to: a widget, an account and its session, and a chat that was started on the widget. */
interface Place {
  test: TestApp;
  widgetId: string;
  agentId: string;
  participantToken: string;
}
interface Route {
  method: 'POST' | 'PUT' | 'PATCH';
  path: (place: Place) => string;
  /** A body that the route takes. */
  body: object;
  headers?: (place: Place) => Record<string, string>;
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
const routes: Route[] = [
  { method: 'POST', path: () => '/api/widgets', body: widget },
  { method: 'PUT', path: ({ widgetId }) => `/api/widgets/${widgetId}`, body: widget },
  { method: 'PATCH', path: ({ widgetId }) => `/api/widgets/${widgetId}`, body: widget },
  { method: 'POST', path: ({ widgetId }) => `/api/widgets/${widgetId}/keys`, body: {} },
  { method: 'POST', path: ({ widgetId }) => `/api/widgets/${widgetId}/token-checks`, body: { token: 'x' } },
  { method: 'PUT', path: () => '/api/flows/other', body: { name: 'Other', content: defaultFlow } },
  {
    method: 'PUT',
    path: () => '/api/queues/other',
    body: { name: 'Other', description: '', hoursOfOperation },
  },
  {
    method: 'POST',
    path: () => '/api/agents',
    body: { username: 'eve', displayName: 'Eve', password, role: 'agent', queues: ['default'], maxChats: 3 },
  },
  {
    method: 'PATCH',
    path: ({ agentId }) => `/api/agents/${agentId}`,
    body: { displayName: 'Ada', queues: ['default'], maxChats: 3, disabled: false },
  },
  {
    method: 'POST',
    path: () => '/api/session',
    body: { username: 'nobody', password },
    headers: () => ({ origin: publicUrl }),
  },
  {
    method: 'POST',
    path: () => '/api/setup',
    body: { token: 'x', username: 'eve', displayName: 'Eve', password },
    headers: () => ({ origin: publicUrl }),
  },
  {
    method: 'POST',
    path: ({ widgetId }) => `/widgets/${widgetId}/survey`,
    body: { clientToken: 'one', rating: 5, comment: '' },
    headers: ({ participantToken }) => ({ origin: shop, authorization: `Bearer ${participantToken}` }),
  },
  {
    method: 'POST',
    path: ({ participantToken }) => `/api/contacts/${participantToken.split('.')[0]}/end`,
    body: { message: 'Goodbye' },
  },
  { method: 'POST', path: () => '/api/contacts/end', body: { queueId: 'default', dryRun: true } },
];

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
  /** Which place in the body, counted over all places. */
  where: fc.nat(1_000),
  name: hostileNames,
  value: hostileValues,
});
const writes = fc.record({
  route: fc.constantFrom(...routes),
  changes: fc.array(changes, { minLength: 1, maxLength: 3 }),
});
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

/** Defined as an own member, `__proto__` too. */
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
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'start'.padEnd(32, '.') });
  const { participantToken } = await customer.next('started');
  customer.say({ type: 'end' });
  await hearEnd(customer);
  return { test, widgetId, agentId, participantToken: String(participantToken) };
}

async function write(place: Place, { method, path, headers }: Route, body: object): Promise<void> {
  const { statusCode, body: answer } = await place.test.inject({
    method,
    url: path(place),
    headers: {
      'content-type': 'application/json',
      ...(headers?.(place) ?? { authorization: `Bearer ${adminToken}` }),
    },
    payload: JSON.stringify(body),
  });
  assert.ok(statusCode < 500, `${method} ${path(place)} answered ${statusCode} ${answer}`);
  if (statusCode >= 400) assert.type((JSON.parse(answer) as { code?: unknown }).code, 'string');
}

/** A hundred bodies are too long to print: the seed makes them again. */
async function reportShortly<T>({ failed, seed, counterexamplePath, errorInstance }: fc.RunDetails<T>) {
  if (failed) throw new Error(`{ seed: ${seed}, path: '${counterexamplePath}' }`, { cause: errorInstance });
}

const writeRoutes = suite('write routes');
writeRoutes('take the bodies that the hostile ones are made of', async () => {
  const place = await openPlace(temporaryFolder());
  for (const route of routes) {
    const { statusCode } = await place.test.inject({
      method: route.method,
      url: route.path(place),
      headers: route.headers?.(place) ?? { authorization: `Bearer ${adminToken}` },
      payload: route.body,
    });
    const isRefusedByRight = ['/api/session', '/api/setup'].includes(route.path(place));
    assert.ok(statusCode < 300 || isRefusedByRight, `${route.method} ${route.path(place)} ${statusCode}`);
  }
  await place.test.close();
});
writeRoutes('are all among them: what takes JSON is listed above', async () => {
  const place = await openPlace(temporaryFolder());
  const { paths } = (await place.test.inject({ url: '/api/openapi.json' })).json<{
    paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
  }>();
  await place.test.close();
  const known = routes.map((route) => `${route.method} ${route.path(place)}`);
  const left = Object.entries(paths).flatMap(([path, operations]) => {
    const ofPath = new RegExp(`^\\w+ ${path.replace(/\/$/, '').replace(/\{\w+\}/g, '[^/]+')}$`);
    return Object.entries(operations)
      .filter(([, { requestBody }]) => requestBody && 'application/json' in requestBody.content)
      .map(([method]) => method.toUpperCase())
      .filter((method) => !known.some((each) => each.startsWith(`${method} `) && ofPath.test(each)))
      .map((method) => `${method} ${path}`);
  });
  assert.equal(left, []);
});
writeRoutes('answer 2xx or 4xx, and the next start opens what they stored', async () => {
  const property = fc.asyncProperty(fc.array(writes, { minLength: 80, maxLength: 100 }), async (sequence) => {
    const dataDir = temporaryFolder();
    const place = await openPlace(dataDir);
    for (const { route, changes } of sequence) await write(place, route, changes.reduce(changed, route.body));
    await place.test.close();
    const again = await openTestApp({ dataDir });
    assert.is((await again.rest('GET', `/api/agents/${place.agentId}`)).statusCode, 200);
    assert.is((await again.rest('GET', `/api/widgets/${place.widgetId}`)).statusCode, 200);
    await again.close();
  });
  await fc.assert(property, { numRuns: 3, endOnFailure: true, asyncReporter: reportShortly });
});
writeRoutes.run();
