import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { AgentInputSchema } from '../auth/agent-account.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

const SignInSchema = Type.Object(
  { username: Type.String({ maxLength: 256 }), password: Type.String({ maxLength: 1024 }) },
  { additionalProperties: false },
);
const { username, password, displayName } = AgentInputSchema.properties;
const SetupSchema = Type.Object(
  { token: Type.String({ maxLength: 256 }), username, password, displayName },
  { additionalProperties: false },
);
const SetupHeadersSchema = Type.Object({ 'x-setup-token': Type.String({ maxLength: 256 }) });
const WhoSchema = Type.Object({
  agentId: Type.String(),
  username: Type.String(),
  displayName: Type.String(),
  role: Type.String(),
});
const tags = ['session'];

const whereFrom = (request: FastifyRequest) => ({ address: request.ip, device: request.deviceCookie() });

/** Signing in and out, and creating the first administrator. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { staff, setupLink, ownOrigins } = core;

  /** Pages of other websites must not sign anyone in or out. */
  const fromOwnPage = (origin: string | undefined): void => {
    if (origin !== undefined) ownOrigins.require(origin);
  };

  app.post(
    '/api/session',
    { schema: { tags, body: SignInSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      fromOwnPage(request.headers.origin);
      app.setSession(reply, await staff.signIn({ ...request.body, ...whereFrom(request) }));
      return reply.code(204).send(null);
    },
  );

  app.get('/api/session', { schema: { tags, response: { 200: WhoSchema } } }, async (request) => {
    const account = await staff.authenticate(request.sessionCookie() ?? '');
    if (!account) throw new ServiceError('NOT_SIGNED_IN');
    const { agentId, username, displayName, role } = account;
    return { agentId, username, displayName, role };
  });

  app.delete('/api/session', { schema: { tags, response: { 204: Type.Null() } } }, async (request, reply) => {
    fromOwnPage(request.headers.origin);
    await staff.signOut(request.sessionCookie() ?? '');
    app.clearSession(reply);
    return reply.code(204).send(null);
  });

  const isFirst = async (): Promise<boolean> => (await staff.list()).length === 0;

  /** Lets the page report an expired link before its form is filled in. Tokens never travel in a URL. */
  app.get(
    '/api/setup',
    { schema: { tags, headers: SetupHeadersSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const isGood = (await isFirst()) && (await setupLink.isLive(request.headers['x-setup-token']));
      if (!isGood) throw new ServiceError('SETUP_LINK_REFUSED');
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/setup',
    { schema: { tags, body: SetupSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      fromOwnPage(request.headers.origin);
      const { token, ...account } = request.body;
      if (!(await isFirst()) || !(await setupLink.redeem(token)))
        throw new ServiceError('SETUP_LINK_REFUSED');
      await staff.create({ ...account, role: 'admin' });
      const { username, password } = account;
      app.setSession(reply, await staff.signIn({ username, password, ...whereFrom(request) }));
      return reply.code(204).send(null);
    },
  );
};
