import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

/**
 * Admits only the widget's registered domains and the service's own pages to `/widgets/:widgetId/…`. Other
 * origins get ORIGIN_REFUSED without a CORS header, also for preflights. Applies to the scope in which it is
 * registered.
 */
export const websiteAccess = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { widgets, ownOrigins, activities, instruments } = core;

    // Before the CORS plugin's hook, which answers preflights itself.
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
      instruments.refused('origin');
      throw new ServiceError('ORIGIN_REFUSED');
    });

    // Sends back the origin that the hook above has admitted.
    await app.register(cors, {
      origin: true,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-attachment-name'],
      exposedHeaders: 'etag, content-disposition, retry-after',
      maxAge: 600,
      strictPreflight: false,
    });

    /**
     * A fetch of a page's own origin may lack the Origin header (Fetch standard). Browsers then send
     * Sec-Fetch-Site or Referer.
     */
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

/** One route handles the preflights of all addresses, so it has no parameter `widgetId`. */
const widgetIdIn = (url: string): string | undefined => /^\/widgets\/([\w-]+)\//.exec(url)?.[1];
