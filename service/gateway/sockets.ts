import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { limits } from '../../shared/limits.js';
import { isOriginAllowed } from '../../shared/registered-domain.js';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import { every } from '../clock.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { serveAgentSocket } from './agent-socket.js';
import { serveCustomerSocket } from './customer-socket.js';
import { createOpenSockets } from './open-sockets.js';
import { noteResponse, upgradedStream } from './upgraded.js';

/** Every so often each socket is asked for a sign of life. */
const beatEvery = 5_000;

/** The two sockets: origins and sessions are checked before the upgrade, and everyone is told to come back at a stop. */
export const sockets = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { widgets, ownOrigins, staff, contacts, attachments, clock, bus, presence, workload } = core;
    const { admission, activities, epoch } = core;
    const open = createOpenSockets();
    const onError = (error: unknown): void => app.log.error({ err: error }, 'socket');

    const undos = [
      every(clock, beatEvery, () => {
        for (const socket of open.all()) socket.beat();
      }),
      staff.onSessionsEnded((agentId) => {
        for (const socket of open.of(agentId)) socket.close('SESSION_ENDED');
      }),
      widgets.watch((widgetId, document) => {
        if (!document) return;
        const configuration = toWidgetConfiguration(widgetId, document.value);
        const frame = JSON.stringify({ type: 'configuration', configuration });
        for (const socket of open.of(widgetId)) socket.sendText(frame);
      }),
    ];
    await app.register(websocket, {
      options: { maxPayload: limits.frameBytesReceived, perMessageDeflate: false },
      preClose(done) {
        undos.forEach((undo) => undo());
        for (const socket of open.all()) socket.close('SERVICE_RESTARTING');
        app.websocketServer.close(done);
      },
    });

    const checkOrigin = async (request: FastifyRequest<{ Params: { widgetId: string } }>): Promise<void> => {
      const { origin } = request.headers;
      const document = await widgets.get(request.params.widgetId);
      if (document && (ownOrigins.has(origin) || isOriginAllowed(origin, document.value.domains))) return;
      request.log.info(
        { widgetId: request.params.widgetId, origin: origin?.slice(0, 300) },
        'origin refused',
      );
      if (document) activities.noteRefused(document.id, { origin, reason: 'ORIGIN' });
      throw new ServiceError('ORIGIN_REFUSED');
    };

    app.get<{ Params: { widgetId: string } }>(
      '/widgets/:widgetId/socket',
      { websocket: true, preValidation: [noteResponse, checkOrigin], schema: { hide: true } },
      (socket, request) => {
        const { widgetId } = request.params;
        const widget = async () => (await widgets.get(widgetId))?.value ?? null;
        const origin = request.headers.origin ?? '';
        const link = serveCustomerSocket(socket, {
          ...{ contacts, attachments, clock, epoch, onError, admission, widgetId, widget, origin },
          stream: upgradedStream(socket, request),
          onStarted: () => activities.noteChat(widgetId),
        });
        socket.once('close', open.keep(link, widgetId));
      },
    );

    const requireStaff = app.requireRole('admin', 'supervisor', 'agent');
    const checkStaff = async (request: FastifyRequest): Promise<void> => {
      if (!ownOrigins.has(request.headers.origin)) throw new ServiceError('ORIGIN_REFUSED');
      await requireStaff(request);
      if (!request.account) throw new ServiceError('NOT_SIGNED_IN');
    };

    app.get(
      '/agent/socket',
      { websocket: true, preValidation: [noteResponse, checkStaff], schema: { hide: true } },
      (socket, request) => {
        const profile = request.account!;
        const link = serveAgentSocket(socket, {
          ...{ contacts, attachments, clock, epoch, onError, bus, presence, workload, profile },
          stream: upgradedStream(socket, request),
        });
        socket.once('close', open.keep(link, profile.agentId));
      },
    );
  },
  { name: 'sockets', dependencies: ['staff-access'] },
);
