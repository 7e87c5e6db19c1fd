import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { AuditLog } from '../audit/audit-log.js';
import type { Collection } from '../backend/configuration.js';

export interface AuditOptions {
  audit: Pick<AuditLog, 'append'>;
  /** The documents of routes, of which the log says what members a request has changed. */
  documents: Readonly<Record<string, Pick<Collection<object>, 'get'>>>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The document before the request; undefined if the route has none. */
    documentBefore: object | null | undefined;
  }
}

/** Requests that change nothing, or are part of a chat. Signing out ends a session whose account is not looked up. */
const unrecorded = /^\/api\/(widgets\/:widgetId\/token-checks|contacts\/:contactId\/attachments)/;
const signingIn: ReadonlySet<string> = new Set(['/api/session', '/api/setup']);
const writing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Records every change that staff make by REST, before it is answered: who, when, which request, and the names of the
 * members, without values. If the entry can't be stored, the change is answered nevertheless: it is made.
 */
export const audit = fp(
  async (app: FastifyInstance, { audit, documents }: AuditOptions) => {
    app.decorateRequest('documentBefore', undefined);

    app.addHook('preHandler', async (request) => {
      const found = documentOf(request);
      if (found && isRecorded(request)) request.documentBefore = await found();
    });

    app.addHook('onSend', async (request, reply) => {
      if (reply.statusCode >= 400 || !isRecorded(request)) return;
      try {
        await audit.append({
          ...authorOf(request),
          action: `${request.method} ${routeOf(request)}`,
          target: targetOf(request, reply),
          members: await membersOf(request),
        });
      } catch (error) {
        request.log.error({ err: error }, 'audit log');
      }
    });

    function documentOf(request: FastifyRequest): (() => Promise<object | null>) | undefined {
      const route = routeOf(request);
      const [id] = Object.values(request.params as Record<string, string>);
      if (!Object.hasOwn(documents, route) || id === undefined) return undefined;
      return async () => (await documents[route]!.get(id))?.value ?? null;
    }

    /** The members of a document that have changed; of other requests, those of the body. */
    async function membersOf(request: FastifyRequest): Promise<string[]> {
      const { body, documentBefore: before } = request;
      if (request.method === 'DELETE') return [];
      if (before === undefined) return isObject(body) ? Object.keys(body) : [];
      return changedMembers(before ?? {}, (await documentOf(request)!()) ?? {});
    }
  },
  { name: 'audit', dependencies: ['staff-access'] },
);

const routeOf = ({ routeOptions }: FastifyRequest): string => (routeOptions.url ?? '').replace(/\/$/, '');

const isRecorded = (request: FastifyRequest): boolean => {
  const route = routeOf(request);
  if (request.method === 'DELETE' && signingIn.has(route)) return false;
  return writing.has(request.method) && route.startsWith('/api/') && !unrecorded.test(route);
};

/** Signing in has no account yet; its body names one. Any other request without an account has the token. */
function authorOf(request: FastifyRequest): { agentId: string | null; who: string } {
  const { account, body } = request;
  if (account) return { agentId: account.agentId, who: account.username };
  const isSignIn = signingIn.has(routeOf(request)) && isObject(body);
  return { agentId: null, who: isSignIn ? String((body as { username?: string }).username) : 'ADMIN_TOKEN' };
}

/** The ids in the address, or that of what was created. */
function targetOf({ params }: FastifyRequest, reply: FastifyReply): string | null {
  const ids = Object.values((params ?? {}) as Record<string, string>);
  if (ids.length > 0) return ids.join('/');
  return reply.getHeader('location')?.toString().split('/').at(-1) ?? null;
}

const changedMembers = (before: object, after: object): string[] => {
  const [old, now] = [before, after].map((each) => new Map<string, unknown>(Object.entries(each)));
  const names = [...new Set([...old!.keys(), ...now!.keys()])];
  return names.filter((name) => JSON.stringify(old!.get(name)) !== JSON.stringify(now!.get(name)));
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
