import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

/**
 * What pages of the websites load of `/widgets/:widgetId/…`: for the widget's registered domains, and the service's own
 * pages. Everybody else hears ORIGIN_REFUSED, without a CORS header. Counts for the scope it is registered in.
 */
export const websiteAccess = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { widgets, ownOrigins, activities } = core;

    // Decided by the hook below, which also refuses: here the header only repeats who asked.
    await app.register(cors, {
      origin: true,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-attachment-name'],
      exposedHeaders: 'etag, content-disposition',
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
