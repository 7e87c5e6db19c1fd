import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';

/** The ServerResponse of each upgraded request. */
const responses = new WeakMap<IncomingMessage, ServerResponse>();

/** A hook of routes that become sockets. */
export const noteResponse = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  responses.set(request.raw, reply.raw);
  done();
};

/**
 * The connection of an upgraded request; an injected request has none. Releases the request and its unused
 * response, because each would take 3 KiB for the hours that a socket lives.
 */
export function upgradedStream(socket: WebSocket, { raw }: FastifyRequest): Socket | undefined {
  // Removes the listener of @fastify/websocket, which refers to both for its error handler. The link has its
  // own listener.
  socket.removeAllListeners('error');
  const stream = raw.socket as Socket | undefined;
  if (stream) responses.get(raw)?.detachSocket(stream);
  return stream;
}
