import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ContactFlowSchema, type ContactFlow } from '../../shared/contact-flow.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { checkFlow } from '../flow/check-flow.js';
import type { Versioned } from '../backend/configuration.js';
import { configurationId } from './configuration-id.js';
import { entityTag, expectedVersion, putAnswer } from './versioned-answer.js';

const FlowAnswerSchema = Type.Object(
  { flowId: Type.String(), ...ContactFlowSchema.properties },
  { $id: 'ContactFlow' },
);
/** `checkFlow` checks the content; its errors name the action at fault. */
const FlowInputSchema = Type.Object(
  { name: ContactFlowSchema.properties.name, content: Type.Record(Type.String(), Type.Unknown()) },
  { additionalProperties: false },
);
const params = Type.Object({ flowId: configurationId });
const tags = ['contact flows'];

/** Contact flows by REST, in the Amazon Connect Flow language. */
export const flowRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { flows, widgets } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  app.get('/', { schema: { tags, response: { 200: Type.Array(FlowAnswerSchema) } } }, async () =>
    (await flows.list()).map(toAnswer),
  );

  app.get(
    '/:flowId',
    { schema: { tags, params, response: { 200: FlowAnswerSchema } } },
    async (request, reply) => {
      const document = await flows.get(request.params.flowId);
      if (!document) throw new ServiceError('FLOW_NOT_FOUND');
      void reply.header('etag', entityTag(document));
      return toAnswer(document);
    },
  );

  app.put(
    '/:flowId',
    { schema: { tags, params, body: FlowInputSchema, response: { 200: FlowAnswerSchema } } },
    async (request, reply) => {
      const { name, content } = request.body;
      const [problem] = checkFlow(content);
      if (problem)
        throw new ServiceError(problem.code, { ...problem, pointer: `/content${problem.pointer}` });
      const flow = { name, content } as ContactFlow;
      return toAnswer(
        putAnswer(reply, await flows.put(request.params.flowId, flow, expectedVersion(request))),
      );
    },
  );

  app.delete(
    '/:flowId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { flowId } = request.params;
      const isUsed = (await widgets.list()).some(({ value }) => value.flowId === flowId);
      if (isUsed || flowId === 'default') throw new ServiceError('FLOW_IN_USE');
      if (!(await flows.delete(flowId))) throw new ServiceError('FLOW_NOT_FOUND');
      return reply.code(204).send(null);
    },
  );
};

const toAnswer = ({ id, value }: Versioned<ContactFlow>) => ({ flowId: id, ...value });
