import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { QueueSchema, type Queue } from '../../shared/queue.js';
import { queueMetricNames, type QueueMetric } from '../../shared/queue-metrics.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { isOpen, refuseHours } from '../routing/is-open.js';
import type { Versioned } from '../backend/configuration.js';
import { configurationId } from './configuration-id.js';
import { entityTag, expectedVersion, putAnswer } from './versioned-answer.js';

type LiveName = (typeof queueMetricNames)[QueueMetric]['restName'];
const live = <Value>(valueOf: (metric: QueueMetric) => Value): Record<LiveName, Value> =>
  Object.fromEntries(
    Object.entries(queueMetricNames).map(([metric, { restName }]) => [
      restName,
      valueOf(metric as QueueMetric),
    ]),
  ) as Record<LiveName, Value>;

const LiveSchema = Type.Object(live(() => Type.Integer()));
const QueueAnswerSchema = Type.Object(
  { queueId: Type.String(), ...QueueSchema.properties, isOpen: Type.Boolean(), live: LiveSchema },
  { $id: 'Queue' },
);
const QueueInputSchema = Type.Object(
  {
    name: QueueSchema.properties.name,
    ...Type.Partial(Type.Omit(QueueSchema, ['name'])).properties,
  },
  { additionalProperties: false },
);
const params = Type.Object({ queueId: configurationId });
const tags = ['queues'];

/** Queues by REST, with live counts. */
export const queueRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { queues, staff, workload, widgets } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  const toAnswer = ({ id, value }: Versioned<Queue>) => {
    const metrics = core.metrics(id);
    return {
      queueId: id,
      ...value,
      isOpen: isOpen(value.hoursOfOperation, core.clock.now()),
      live: live((metric) => metrics[metric]),
    };
  };

  app.get('/', { schema: { tags, response: { 200: Type.Array(QueueAnswerSchema) } } }, async () =>
    (await queues.list()).map(toAnswer),
  );

  app.get(
    '/:queueId',
    { schema: { tags, params, response: { 200: QueueAnswerSchema } } },
    async (request, reply) => {
      const document = await queues.get(request.params.queueId);
      if (!document) throw new ServiceError('QUEUE_NOT_FOUND');
      void reply.header('etag', entityTag(document));
      return toAnswer(document);
    },
  );

  app.put(
    '/:queueId',
    { schema: { tags, params, body: QueueInputSchema, response: { 200: QueueAnswerSchema } } },
    async (request, reply) => {
      const { name, description = '', hoursOfOperation = null, wrapUp } = request.body;
      const refusal = hoursOfOperation && refuseHours(hoursOfOperation);
      if (refusal) {
        const pointer = `/hoursOfOperation${refusal.pointer}`;
        throw new ServiceError('REQUEST_INVALID', { pointer, message: refusal.message });
      }
      const queue = { name, description, hoursOfOperation, ...(wrapUp && { wrapUp }) };
      const put = await queues.put(request.params.queueId, queue, expectedVersion(request));
      return toAnswer(putAnswer(reply, put));
    },
  );

  app.delete(
    '/:queueId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { queueId } = request.params;
      const isServed = (await staff.list()).some((agent) => agent.queues.includes(queueId));
      const isAsked = (await widgets.list()).some(({ value }) => value.away.queueId === queueId);
      if (queueId === 'default' || isServed || isAsked || workload.usesQueue(queueId))
        throw new ServiceError('QUEUE_IN_USE');
      if (!(await queues.delete(queueId))) throw new ServiceError('QUEUE_NOT_FOUND');
      return reply.code(204).send(null);
    },
  );
};
