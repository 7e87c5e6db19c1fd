// Why: edges are tested with the complete service, without a port, in a temporary data folder. Extend with
// `settings`, and with a clock in `build`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp, type App, type BuildOptions } from '../../service/app.js';
import { createPasswords } from '../../service/auth/passwords.js';
import { openEmbedded, type EmbeddedBackend } from '../../service/backend/embedded/open-embedded.js';
import type { BackUp, Check } from '../../service/backup/control-socket.js';
import { wholeFolder } from '../../service/backup/whole-folder.js';
import { defaultLimits } from '../../service/limits/limit-settings.js';
import type { Settings } from '../../service/settings.js';
import { openFrames, type Frames } from './frames.js';

export const adminToken = 'an-admin-token-of-32-characters-or-more';
export const publicUrl = 'http://localhost:8080';
/** A website on which the tests' widgets are registered. */
export const shop = 'https://shop.example';

const cheap = createPasswords({ N: 2 });

export interface TestApp extends App {
  dataDir: string;
  backUp: BackUp;
  check: Check;
  /** A REST request with the administrator's token. */
  rest(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<LightMyRequestResponse>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** Creates a widget on the shop's website. Returns its id. */
  createWidget(change?: object): Promise<string>;
  customer(widgetId: string, origin?: string): Promise<Frames>;
  /** Creates an account and signs it in. Returns the session's cookie too. */
  createAgent(username: string, change?: object): Promise<{ agentId: string; cookie: string }>;
  agent(cookie: string): Promise<Frames>;
  close(): Promise<void>;
}

/** A backend without a data folder can't be backed up as one. */
const noFolder = {
  backUp: () => Promise.reject(new Error('There is no data folder.')),
  check: () => Promise.reject(new Error('There is no data folder.')),
};

export async function openTestApp(
  { dataDir, ...settings }: Partial<Settings> = {},
  build: Partial<BuildOptions> = {},
): Promise<TestApp> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'connect-chat-')));
  const defaults = {
    port: 8080,
    host: 'localhost',
    publicUrl,
    adminToken,
    databaseUrl: null,
    databaseListenUrl: null,
    drainSeconds: 0,
    attachments: null,
    logLevel: 'silent',
    trustProxy: false,
    macros: 'mark',
    limits: defaultLimits,
  } as const;
  let backend: EmbeddedBackend | undefined;
  const { app, core } = await buildApp(
    { ...defaults, ...settings, dataDir: folder },
    {
      openBackend: async (options) => (backend = await openEmbedded(folder, options)),
      passwords: cheap,
      ...build,
    },
  );
  // Neither injected sockets nor the service's timers keep the process alive, so a test that waits for one
  // would end.
  const alive = setInterval(() => undefined, 60_000);
  app.addHook('onClose', async () => clearInterval(alive));
  await app.ready();
  const opened = new Set<Frames>();
  const open = async (path: string, headers: Record<string, string>): Promise<Frames> => {
    const frames = openFrames(await app.injectWS(path, { headers }));
    opened.add(frames);
    return frames;
  };
  const rest: TestApp['rest'] = (method, url, body) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${adminToken}` },
      ...(body && { payload: body }),
    });

  return {
    app,
    core,
    dataDir: folder,
    ...(backend ? wholeFolder(folder, backend) : noFolder),
    rest,
    inject: (options) => app.inject(options),
    async createWidget(change = {}) {
      const response = await rest('POST', '/api/widgets', { name: 'Shop', domains: [shop], ...change });
      return response.json<{ widgetId: string }>().widgetId;
    },
    customer: (widgetId, origin = shop) => open(`/widgets/${widgetId}/socket`, { origin }),
    async createAgent(username, change = {}) {
      const password = 'correct horse battery';
      const created = await rest('POST', '/api/agents', {
        username,
        displayName: username,
        password,
        ...change,
      });
      const { agentId } = created.json<{ agentId: string }>();
      const signedIn = await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username, password },
      });
      const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
      return { agentId, cookie };
    },
    agent: (cookie) => open('/agent/socket', { origin: publicUrl, cookie }),
    async close() {
      opened.forEach((frames) => frames.close());
      // The hook above is the first of all that close something, and later ones may take time too.
      const closing = setInterval(() => undefined, 60_000);
      await app.close().finally(() => clearInterval(closing));
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
