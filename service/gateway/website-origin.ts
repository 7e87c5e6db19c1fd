import type { FastifyRequest } from 'fastify';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

type OriginHookCore = Pick<Core, 'widgets' | 'ownOrigins' | 'activities' | 'instruments'>;

/**
 * A hook of customers' handshakes. Rejects with ORIGIN_REFUSED unless the page is on one of the widget's
 * domains or of the service itself. Refused origins are noted for the widget's administrator.
 */
export const createOriginHook =
  ({ widgets, ownOrigins, activities, instruments }: OriginHookCore) =>
  async (request: FastifyRequest<{ Params: { widgetId: string } }>): Promise<void> => {
    const { origin } = request.headers;
    const { widgetId } = request.params;
    const document = await widgets.get(widgetId);
    if (document && (ownOrigins.has(origin) || isOriginAllowed(origin, document.value.domains))) return;
    instruments.refused('origin');
    request.log.info({ widgetId, origin: origin?.slice(0, 300) }, 'origin refused');
    if (document) activities.noteRefused(widgetId, { origin, reason: 'ORIGIN' });
    throw new ServiceError('ORIGIN_REFUSED');
  };
