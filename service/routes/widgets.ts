import { randomUUID } from 'node:crypto';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { WidgetSchema, type Widget } from '../../shared/widget-config.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../store/configuration.js';
import { entityTag, expectedVersion, putAnswer } from './versioned-answer.js';
import { completeWidget, patchWidget, WidgetInputSchema, WidgetPatchSchema } from './widget-input.js';

const WidgetAnswerSchema = Type.Object(
  { widgetId: Type.String(), ...WidgetSchema.properties },
  { $id: 'Widget' },
);
const params = Type.Object({ widgetId: Type.String() });
const tags = ['widgets'];

/** Widgets by REST: create, read, list, replace, patch, delete. */
export const widgetRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, keys, flows } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  const found = async (widgetId: string): Promise<Versioned<Widget>> => {
    const document = await widgets.get(widgetId);
    if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
    return document;
  };
  const checkFlow = async (widget: Widget): Promise<Widget> => {
    if (await flows.get(widget.flowId)) return widget;
    throw new ServiceError('REQUEST_INVALID', {
      pointer: '/flowId',
      message: 'There is no contact flow with this id.',
    });
  };

  app.get('/', { schema: { tags, response: { 200: Type.Array(WidgetAnswerSchema) } } }, async () =>
    (await widgets.list()).map(toAnswer),
  );

  app.post(
    '/',
    { schema: { tags, body: WidgetInputSchema, response: { 201: WidgetAnswerSchema } } },
    async (request, reply) => {
      const widget = await checkFlow(completeWidget(request.body));
      const document = putAnswer(reply, await widgets.put(randomUUID(), widget, 0));
      return reply.code(201).header('location', `/api/widgets/${document.id}`).send(toAnswer(document));
    },
  );

  app.get(
    '/:widgetId',
    { schema: { tags, params, response: { 200: WidgetAnswerSchema } } },
    async (request, reply) => {
      const document = await found(request.params.widgetId);
      void reply.header('etag', entityTag(document));
      return toAnswer(document);
    },
  );

  app.put(
    '/:widgetId',
    { schema: { tags, params, body: WidgetInputSchema, response: { 200: WidgetAnswerSchema } } },
    async (request, reply) => {
      const { id, version } = await found(request.params.widgetId);
      const widget = await checkFlow(completeWidget(request.body));
      return toAnswer(putAnswer(reply, await widgets.put(id, widget, expectedVersion(request) ?? version)));
    },
  );

  app.patch(
    '/:widgetId',
    { schema: { tags, params, body: WidgetPatchSchema, response: { 200: WidgetAnswerSchema } } },
    async (request, reply) => {
      const { id, version, value } = await found(request.params.widgetId);
      const widget = await checkFlow(patchWidget(value, request.body));
      return toAnswer(putAnswer(reply, await widgets.put(id, widget, expectedVersion(request) ?? version)));
    },
  );

  app.delete(
    '/:widgetId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id } = await found(request.params.widgetId);
      await keys.delete(id);
      await widgets.delete(id);
      return reply.code(204).send(null);
    },
  );
};

const toAnswer = ({ id, value }: Versioned<Widget>) => ({ widgetId: id, ...value });
