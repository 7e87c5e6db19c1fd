import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { limits } from '../../shared/limits.js';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import { every } from '../clock.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import { serveAgentSocket } from './agent-socket.js';
import { serveCustomerSocket } from './customer-socket.js';
import { createNewcomers } from './newcomers.js';
import { createOpenSockets, type OpenSockets } from './open-sockets.js';
import { onSessionEnd } from './session-end.js';
import { createPlacesHook, turnAway } from './socket-places.js';
import { createOriginHook } from './website-origin.js';
import { noteResponse, upgradedStream } from './upgraded.js';

/** Every so often each socket is asked for a sign of life. */
const beatEvery = 5_000;

/** The two sockets: origins and sessions are checked before the upgrade, and everyone is told to come back at a stop. */
export const sockets = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { widgets, ownOrigins, staff, contacts, attachments, clock, bus, presence, workload } = core;
    const { admission, activities, routing, epoch, clientLimits } = core;
    const { customerSockets, staffSockets } = clientLimits;
    const { customerConnections, leavingAgents } = routing;
    const open = createOpenSockets();
    const onError = (error: unknown): void => app.log.error({ err: error }, 'socket');

    const undos = tendSockets(open, core);
    await app.register(websocket, {
      options: { maxPayload: limits.frameBytesReceived, perMessageDeflate: false },
      preClose(done) {
        undos.forEach((undo) => undo());
        for (const socket of open.all()) socket.close('SERVICE_RESTARTING');
        app.websocketServer.close(done);
      },
    });

    const newcomers = createNewcomers();
    const waitForTurn = async ({ ip }: FastifyRequest): Promise<void> => {
      await newcomers.turn(addressKey(ip));
    };
    const checkPlaces = createPlacesHook(clientLimits);
    const checkOrigin = createOriginHook(core);

    app.get<{ Params: { widgetId: string } }>(
      '/widgets/:widgetId/socket',
      {
        websocket: true,
        onRequest: waitForTurn,
        preValidation: [noteResponse, checkOrigin, checkPlaces(customerSockets)],
        schema: { hide: true },
      },
      (socket, request) => {
        const { widgetId } = request.params;
        const widget = async () => (await widgets.get(widgetId))?.value ?? null;
        const origin = request.headers.origin ?? '';
        const address = addressKey(request.ip);
        const link = serveCustomerSocket(socket, {
          ...{ contacts, attachments, clock, epoch, onError, admission, widgetId, widget, origin },
          ...{ address, newcomers, clientLimits, customerConnections, queuePlaces: routing.queuePlaces },
          stream: upgradedStream(socket, request),
          onStarted: () => activities.noteChat(widgetId),
        });
        if (customerSockets.isFull(address)) return turnAway(link);
        socket.once('close', open.keep(link, { owner: widgetId, address, places: customerSockets }));
      },
    );

    const requireStaff = app.requireRole('admin', 'supervisor', 'agent');
    const checkStaff = async (request: FastifyRequest): Promise<void> => {
      ownOrigins.require(request.headers.origin);
      await requireStaff(request);
      if (!request.account) throw new ServiceError('NOT_SIGNED_IN');
    };

    app.get(
      '/agent/socket',
      {
        websocket: true,
        preValidation: [noteResponse, checkStaff, checkPlaces(staffSockets)],
        schema: { hide: true },
      },
      (socket, request) => {
        const profile = request.account!;
        const address = addressKey(request.ip);
        const link = serveAgentSocket(socket, {
          ...{ contacts, attachments, clock, epoch, onError, bus, presence, workload, profile },
          leavingAgents,
          questionsOf: async (widgetId) => (await widgets.get(widgetId))?.value.preChat ?? [],
          stream: upgradedStream(socket, request),
        });
        if (staffSockets.isFull(address)) return turnAway(link);
        socket.once('close', open.keep(link, { owner: profile.agentId, address, places: staffSockets }));
        const whose = { session: request.sessionCookie()!, agentId: profile.agentId };
        const close = (): void => link.close('SESSION_ENDED');
        socket.once('close', onSessionEnd({ staff, clock, onError }, whose, close));
      },
    );
  },
  { name: 'sockets', dependencies: ['staff-access'] },
);

/** Asks every socket for signs of life, and tells sockets what concerns their owner; returns the undos. */
function tendSockets(open: OpenSockets, { clock, widgets }: Core): (() => void)[] {
  return [
    every(clock, beatEvery, () => {
      for (const socket of open.all()) socket.beat();
    }),
    widgets.watch((widgetId, document) => {
      if (!document) return;
      const configuration = toWidgetConfiguration(widgetId, document.value);
      const frame = JSON.stringify({ type: 'configuration', configuration });
      for (const socket of open.of(widgetId)) socket.sendText(frame);
    }),
  ];
}
