// Why: twenty visitors and their agents would need too many browsers, so the same sessions run in Node.
// Extend with headers.
import { WebSocket as NodeSocket } from 'ws';
import { ChatSession } from '../../client/chat-session.js';
import { createMemoryStore } from '../../client/chat-store.js';
import type { Environment } from '../../client/environment.js';
import { AgentSession } from '../../console/agent/session/agent-session.js';
import type { TabMemory } from '../../console/agent/storage/tab-memory.js';
import type { ServiceProcess } from './service-process.js';

/** Sockets as a browser opens them from a page of `origin`. */
export function socketsOf(origin: string, cookie?: string): Environment['WebSocket'] {
  const headers = { origin, ...(cookie !== undefined && { cookie }) };
  return class extends NodeSocket {
    constructor(url: string) {
      super(url, { headers });
      // Node ends a process at an error that nobody listens to; browsers don't.
      this.on('error', () => undefined);
    }
  } as unknown as Environment['WebSocket'];
}

/** A visitor of the service's own pages. */
export function createVisitor({ url }: ServiceProcess, widgetId: string, name: string): ChatSession {
  return new ChatSession({
    serviceUrl: url,
    widgetId,
    customerName: async () => name,
    store: createMemoryStore(),
    environment: { WebSocket: socketsOf(url) },
  });
}

/** A signed-in agent at a console. */
export async function createAgentProgram(service: ServiceProcess, username: string): Promise<AgentSession> {
  const { url } = service;
  const environment = { WebSocket: socketsOf(url, await signInProgram(service, username)) };
  return new AgentSession({ serviceUrl: url, memory: createTabMemory(), environment });
}

/** Signs an agent in from a page of `origin`, the service's own if omitted. Returns the session's cookie. */
export async function signInProgram(
  { url }: ServiceProcess,
  username: string,
  origin = url,
): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password: 'correct horse battery' }),
  });
  const cookie = response.headers.get('set-cookie');
  if (!cookie) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
  return cookie.split(';')[0]!;
}

/** What a console's tab keeps over a reload. */
export function createTabMemory(): TabMemory {
  const kept = new Map<string, unknown>();
  return {
    read: (name) => kept.get(name),
    write: (name, value) => void (value === undefined ? kept.delete(name) : kept.set(name, value)),
    clear: () => kept.clear(),
  };
}

/** Resolves when `isSo` returns true. It is called at each of these changes. */
export function until(isSo: () => boolean, onChange: (changed: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve();
    const undo = onChange(() => {
      if (!isSo()) return;
      undo();
      resolve();
    });
  });
}
