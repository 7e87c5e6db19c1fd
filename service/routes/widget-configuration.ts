import cors from '@fastify/cors';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import { WidgetConfigurationSchema } from '../../shared/widget-config.js';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { entityTag } from './versioned-answer.js';

const params = Type.Object({ widgetId: Type.String() });
/** The page's own language, where it is another than the widget's. */
const querystring = Type.Object({ language: Type.Optional(Type.String({ maxLength: 35 })) });

/** What a widget's page loads: the public part of its configuration, for registered websites only. */
export const widgetConfigurationRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, ownOrigins, activities } = core;

  // Decided by the hook below, which also refuses: here the header only repeats who asked.
  await app.register(cors, {
    origin: true,
    methods: ['GET'],
    exposedHeaders: ['etag'],
    maxAge: 600,
    strictPreflight: false,
  });

  app.addHook<{ Params: { widgetId?: string } }>('onRequest', async (request, reply) => {
    const { widgetId } = request.params;
    const document = widgetId === undefined ? null : await widgets.get(widgetId);
    const { origin } = request.headers;
    const isOwn = origin === undefined ? isFromOwnPage(request.headers) : ownOrigins.has(origin);
    if (isOwn) return;
    if (document && isOriginAllowed(origin, document.value.domains))
      return activities.noteSeen(document.id, origin!);
    if (document) activities.noteRefused(document.id, { origin, reason: 'ORIGIN' });
    void reply.removeHeader('access-control-allow-origin').header('vary', 'Origin');
    throw new ServiceError('ORIGIN_REFUSED');
  });

  app.get(
    '/widgets/:widgetId/configuration',
    {
      schema: {
        tags: ['widgets'],
        params,
        querystring,
        response: { 200: WidgetConfigurationSchema, 304: Type.Null() },
      },
    },
    async (request, reply) => {
      const document = await widgets.get(request.params.widgetId);
      if (!document) throw new ServiceError('WIDGET_NOT_FOUND');
      void reply.headers({ etag: entityTag(document), 'cache-control': 'no-cache' });
      if (request.headers['if-none-match'] === entityTag(document)) return reply.code(304).send(null);
      return toWidgetConfiguration(document.id, document.value, request.query.language);
    },
  );

  /** A page's fetch of its own origin names no Origin (Fetch standard): the browser says so otherwise, or by Referer. */
  function isFromOwnPage(headers: { 'sec-fetch-site'?: string | string[]; referer?: string }): boolean {
    if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
    return (
      headers.referer !== undefined &&
      URL.canParse(headers.referer) &&
      ownOrigins.has(new URL(headers.referer).origin)
    );
  }
};
