import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

/**
 * What pages of the websites load of `/widgets/:widgetId/…`: for the widget's registered domains, and the service's own
 * pages. Everybody else hears ORIGIN_REFUSED, without a CORS header, preflights too. Counts for the scope it is
 * registered in.
 */
export const websiteAccess = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { widgets, ownOrigins, activities } = core;

    // Before the CORS plugin's hook, which answers preflights by itself.
    app.addHook<{ Params: { widgetId?: string } }>('onRequest', async (request, reply) => {
      void reply.header('vary', 'Origin');
      const widgetId = request.params.widgetId ?? widgetIdIn(request.url);
      const document = widgetId === undefined ? null : await widgets.get(widgetId);
      const { origin } = request.headers;
      const isOwn = origin === undefined ? isFromOwnPage(request.headers) : ownOrigins.has(origin);
      if (isOwn) return;
      if (document && isOriginAllowed(origin, document.value.domains))
        return activities.noteSeen(document.id, origin!);
      if (document) activities.noteRefused(document.id, { origin, reason: 'ORIGIN' });
      throw new ServiceError('ORIGIN_REFUSED');
    });

    // Repeats the origin that the hook above has let through.
    await app.register(cors, {
      origin: true,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-attachment-name'],
      exposedHeaders: 'etag, content-disposition, retry-after',
      maxAge: 600,
      strictPreflight: false,
    });

    /** A page's fetch of its own origin names no Origin (Fetch standard): the browser says so otherwise, or by Referer. */
    function isFromOwnPage(headers: { 'sec-fetch-site'?: string | string[]; referer?: string }): boolean {
      if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
      return (
        headers.referer !== undefined &&
        URL.canParse(headers.referer) &&
        ownOrigins.has(new URL(headers.referer).origin)
      );
    }
  },
  { name: 'website-access' },
);

/** The route that takes preflights is one for all addresses, so that it has no `widgetId`. */
const widgetIdIn = (url: string): string | undefined => /^\/widgets\/([\w-]+)\//.exec(url)?.[1];
