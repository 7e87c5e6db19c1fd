import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  StatusReasonSchema,
  KnownStatusReasonSchema,
  type StatusReason,
} from '../../shared/status-reason.js';
import { limits } from '../../shared/limits.js';
import type { Versioned } from '../backend/configuration.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { configurationId } from './configuration-id.js';
import { expectedVersion, putAnswer } from './versioned-answer.js';

const params = Type.Object({ statusReasonId: configurationId });
const tags = ['status reasons'];

const toAnswer = ({ id, value }: Versioned<StatusReason>) => ({ statusReasonId: id, name: value.name });

/** The reasons that agents choose for being away. All staff read them, administrators write them. */
export const statusReasonRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { statusReasons } = core;
  const isStaff = app.requireRole('admin', 'supervisor', 'agent');
  const isAdmin = app.requireRole('admin');

  app.get(
    '/',
    { onRequest: isStaff, schema: { tags, response: { 200: Type.Array(KnownStatusReasonSchema) } } },
    async () =>
      (await statusReasons.list()).map(toAnswer).sort((one, other) => one.name.localeCompare(other.name)),
  );

  app.put(
    '/:statusReasonId',
    {
      onRequest: isAdmin,
      schema: { tags, params, body: StatusReasonSchema, response: { 200: KnownStatusReasonSchema } },
    },
    async (request, reply) => {
      const { statusReasonId } = request.params;
      const known = await statusReasons.list();
      const isNew = known.every(({ id }) => id !== statusReasonId);
      if (isNew && known.length >= limits.statusReasons)
        throw new ServiceError('STATUS_REASON_LIMIT_REACHED');
      const put = await statusReasons.put(statusReasonId, request.body, expectedVersion(request));
      return toAnswer(putAnswer(reply, put));
    },
  );

  app.delete(
    '/:statusReasonId',
    { onRequest: isAdmin, schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      if (!(await statusReasons.delete(request.params.statusReasonId)))
        throw new ServiceError('STATUS_REASON_NOT_FOUND');
      return reply.code(204).send(null);
    },
  );
};
