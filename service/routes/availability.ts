import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AwayReasonSchema } from '../../shared/away.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { awayReason } from '../routing/away-reason.js';
import { isOpen } from '../routing/is-open.js';

const params = Type.Object({ widgetId: Type.String() });
const AvailabilitySchema = Type.Object(
  { away: AwayReasonSchema },
  { description: 'Why visitors leave a message instead of chatting; null if they can chat.' },
);

/** Whether visitors can chat or leave a message now. Register it within `website-access`. */
export const availabilityRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, queues, clock, metrics } = core;

  app.get(
    '/',
    { schema: { tags: ['widgets'], params, response: { 200: AvailabilitySchema } } },
    async (request, reply) => {
      const document = await widgets.get(request.params.widgetId);
      if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
      const { away } = document.value;
      const queue = await queues.get(away.queueId);
      const reach = {
        isOpen: isOpen(queue?.value.hoursOfOperation ?? null, clock.now()),
        agentsStaffed: metrics(away.queueId).NumberOfAgentsStaffed,
      };
      void reply.header('cache-control', 'no-store');
      return { away: awayReason(away, reach) };
    },
  );
};
