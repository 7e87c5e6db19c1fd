import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { limits } from '../../shared/limits.js';
import type { ConfigurationFrame } from '../../shared/protocol/customer-frames.js';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import { every } from '../clock.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import { createAgentSockets } from './agent-socket.js';
import { createCustomerSockets } from './customer-socket.js';
import { closeSockets, moveSockets } from './move-sockets.js';
import { createNewcomers } from './newcomers.js';
import { createOpenSockets, type OpenSocket, type OpenSockets } from './open-sockets.js';
import { onSessionEnd } from './session-end.js';
import { createPlacesHook, turnAway } from './socket-places.js';
import { createOriginHook } from './website-origin.js';
import { noteResponse, upgradedStream } from './upgraded.js';

/** Milliseconds between two checks of all sockets' liveness. */
const beatEvery = 5_000;

/**
 * Starts of chats that may wait for a pause of so many milliseconds, and how many begin then. A start costs as much as many
 * messages: without a pause a rush of them would take the whole processor, and delay the messages of open chats. Those that
 * begin together share a commit.
 */
const startsInTurns = { pause: 16, atOnce: 4 };

/**
 * The two sockets. Origins and sessions are checked before the upgrade. Before this process ends, all clients
 * are told to reconnect, and new handshakes are refused so that proxies choose another process.
 */
export const sockets = fp(
  async (app: FastifyInstance, { core }: { core: Core }) => {
    const { ownOrigins, staff, clock, participants, clientLimits, departure } = core;
    const { customerSockets, staffSockets } = clientLimits;
    const open = createOpenSockets();
    const onError = (error: unknown): void => app.log.error({ err: error }, 'socket');
    const onClosed = (link: OpenSocket): void => open.remove(link);
    const options = { clock, onError, onClosed, startWithin: clientLimits.startWithin };

    const undos = tendSockets(open, core);
    await app.register(websocket, {
      options: { maxPayload: limits.frameBytesReceived, perMessageDeflate: false },
      preClose(done) {
        undos.forEach((undo) => undo());
        closeSockets(open.all(), Math.random);
        app.websocketServer.close(done);
      },
    });

    departure.on((milliseconds) => moveSockets(open.all(), milliseconds, { clock, random: Math.random }));
    const refuseWhileLeaving = async (): Promise<void> => {
      if (departure.hasBegun) throw new ServiceError('TEMPORARILY_UNAVAILABLE', { retryAfter: 1 });
    };
    const newcomers = createNewcomers();
    const starts = createNewcomers(startsInTurns);
    const waitForTurn = async ({ ip }: FastifyRequest): Promise<void> => {
      await newcomers.turn(addressKey(ip));
    };
    const serveCustomer = createCustomerSockets({ participants, newcomers, starts, ...options });
    const serveAgent = createAgentSockets({ participants, ...options });
    const checkPlaces = createPlacesHook(clientLimits);
    const checkOrigin = createOriginHook(core);

    app.get<{ Params: { widgetId: string } }>(
      '/widgets/:widgetId/socket',
      {
        websocket: true,
        onRequest: [refuseWhileLeaving, waitForTurn],
        preValidation: [noteResponse, checkOrigin, checkPlaces(customerSockets)],
        schema: { hide: true },
      },
      (socket, request) => {
        const widgetId = open.ownerId(request.params.widgetId);
        const origin = request.headers.origin ?? '';
        const address = addressKey(request.ip);
        const stream = upgradedStream(socket, request);
        const link = serveCustomer({ socket, stream }, { widgetId, origin, address });
        if (customerSockets.isFull(address)) return turnAway(link);
        open.add(link, { owner: widgetId, address, places: customerSockets });
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
        onRequest: refuseWhileLeaving,
        preValidation: [noteResponse, checkStaff, checkPlaces(staffSockets)],
        schema: { hide: true },
      },
      (socket, request) => {
        const profile = request.account!;
        const address = addressKey(request.ip);
        const stream = upgradedStream(socket, request);
        const link = serveAgent({ socket, stream }, profile);
        if (staffSockets.isFull(address)) return turnAway(link);
        open.add(link, { owner: profile.agentId, address, places: staffSockets });
        const whose = { session: request.sessionCookie()!, agentId: profile.agentId };
        const close = (): void => link.close('SESSION_ENDED');
        socket.once('close', onSessionEnd({ staff, clock, onError }, whose, close));
      },
    );
  },
  { name: 'sockets', dependencies: ['staff-access'] },
);

/**
 * Checks the liveness of all sockets, and informs sockets about changes of their owner. Returns the undos.
 */
function tendSockets(open: OpenSockets, { clock, widgets }: Core): (() => void)[] {
  return [
    every(clock, beatEvery, () => {
      for (const socket of open.all()) socket.beat();
    }),
    widgets.watch((widgetId, document) => {
      if (!document) return;
      const configuration = toWidgetConfiguration(widgetId, document.value);
      const frame: ConfigurationFrame = { type: 'configuration', configuration };
      const text = JSON.stringify(frame);
      for (const socket of open.of(widgetId)) socket.sendText(text);
    }),
  ];
}
