import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { QueueSchema, type Queue } from '../../shared/queue.js';
import { queueMetricNames, type QueueMetric } from '../../shared/queue-metrics.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { isOpen } from '../routing/is-open.js';
import { refuseQueue } from '../routing/refuse-queue.js';
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
const RecentSchema = Type.Object(
  {
    answered: Type.Integer(),
    answeredInTime: Type.Union([Type.Integer(), Type.Null()], {
      description: 'How many within serviceLevelSeconds; null without this target.',
    }),
    estimatedWaitSeconds: Type.Union([Type.Integer(), Type.Null()], {
      description: 'How long the next contact will probably wait; null after too few contacts.',
    }),
  },
  { description: 'The contacts that agents took in the last hour, at most 200, since this process started.' },
);
const QueueAnswerSchema = Type.Object(
  {
    queueId: Type.String(),
    version: Type.Integer({ description: 'Rises with each change; also the ETag.' }),
    ...QueueSchema.properties,
    isOpen: Type.Boolean(),
    live: LiveSchema,
    recent: RecentSchema,
  },
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

  const toAnswer = ({ id, version, value }: Versioned<Queue>) => {
    const metrics = core.metrics(id);
    return {
      queueId: id,
      version,
      ...value,
      isOpen: isOpen(value.hoursOfOperation, core.clock.now()),
      live: live((metric) => metrics[metric]),
      recent: recent(id, value, metrics.NumberOfContactsInQueue),
    };
  };

  const recent = (queueId: string, { serviceLevelSeconds }: Queue, waiting: number) => {
    const { answered, answeredWithin, perPlace } = core.routing.answers.of(queueId);
    return {
      answered,
      answeredInTime: serviceLevelSeconds === undefined ? null : answeredWithin(serviceLevelSeconds),
      estimatedWaitSeconds: perPlace === null ? null : Math.ceil(((waiting + 1) * perPlace) / 1_000),
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
      const { queueId } = request.params;
      const queue = { description: '', hoursOfOperation: null, ...request.body };
      const refusal = refuseQueue(queueId, queue, new Set((await queues.list()).map(({ id }) => id)));
      if (refusal) throw new ServiceError('REQUEST_INVALID', refusal);
      const put = await queues.put(queueId, queue, expectedVersion(request));
      return toAnswer(putAnswer(reply, put));
    },
  );

  app.delete(
    '/:queueId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { queueId } = request.params;
      const isServed = (await staff.list()).some((agent) => agent.queues.includes(queueId));
      const isOverflow = (await queues.list()).some(({ value }) => value.overflowQueueId === queueId);
      const isAsked = (await widgets.list()).some(({ value }) => value.away.queueId === queueId);
      if (queueId === 'default' || isServed || isAsked || isOverflow || workload.usesQueue(queueId))
        throw new ServiceError('QUEUE_IN_USE');
      if (!(await queues.delete(queueId))) throw new ServiceError('QUEUE_NOT_FOUND');
      return reply.code(204).send(null);
    },
  );
};
