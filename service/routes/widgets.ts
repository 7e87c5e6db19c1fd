import { randomUUID } from 'node:crypto';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { WidgetSchema, type Widget } from '../../shared/widget-config.js';
import { mergePatch, WidgetInputSchema } from '../../shared/widget-input.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../backend/configuration.js';
import { completeWidget } from './complete-widget.js';
import { entityTag, expectedVersion, putAnswer } from './versioned-answer.js';

const WidgetAnswerSchema = Type.Object(
  { widgetId: Type.String(), ...WidgetSchema.properties },
  { $id: 'Widget' },
);
const WidgetPatchSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'A JSON merge patch of a widget (RFC 7396): null goes back to the default.',
});
const params = Type.Object({ widgetId: Type.String() });
const tags = ['widgets'];

/** Widgets by REST: create, read, list, replace, patch, delete. */
export const widgetRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, keys, activities } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  const found = async (widgetId: string): Promise<Versioned<Widget>> => {
    const document = await widgets.get(widgetId);
    if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
    return document;
  };
  const complete = (input: unknown): Promise<Widget> => completeWidget(input, core);

  const save = async (
    request: FastifyRequest<{ Params: { widgetId: string } }>,
    reply: FastifyReply,
    change: (widget: Widget) => unknown,
  ) => {
    const { id, version, value } = await found(request.params.widgetId);
    const widget = await complete(change(value));
    const expected = expectedVersion(request) ?? version;
    return toAnswer(putAnswer(reply, await widgets.put(id, widget, expected, request.account?.username)));
  };

  app.get('/', { schema: { tags, response: { 200: Type.Array(WidgetAnswerSchema) } } }, async () =>
    (await widgets.list()).map(toAnswer),
  );

  app.post(
    '/',
    {
      validatorCompiler: unchecked,
      schema: { tags, body: WidgetInputSchema, response: { 201: WidgetAnswerSchema } },
    },
    async (request, reply) => {
      const widget = await complete(request.body);
      const document = putAnswer(
        reply,
        await widgets.put(randomUUID(), widget, 0, request.account?.username),
      );
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
    {
      validatorCompiler: unchecked,
      schema: { tags, params, body: WidgetInputSchema, response: { 200: WidgetAnswerSchema } },
    },
    (request, reply) => save(request, reply, () => request.body),
  );

  app.patch(
    '/:widgetId',
    { schema: { tags, params, body: WidgetPatchSchema, response: { 200: WidgetAnswerSchema } } },
    (request, reply) => save(request, reply, (widget) => mergePatch(widget, request.body)),
  );

  app.delete(
    '/:widgetId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id } = await found(request.params.widgetId);
      await keys.delete(id);
      await widgets.delete(id);
      await activities.forget(id);
      return reply.code(204).send(null);
    },
  );
};

/**
 * The schema only documents the body. {@link completeWidget} checks it, because it also knows about domains.
 */
const unchecked = () => () => true;

const toAnswer = ({ id, value }: Versioned<Widget>) => ({ widgetId: id, ...value });
