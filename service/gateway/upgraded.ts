import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';

/** What would have answered a request, had it not become a socket. */
const responses = new WeakMap<IncomingMessage, ServerResponse>();

/** A hook of routes that become sockets. */
export const noteResponse = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  responses.set(request.raw, reply.raw);
  done();
};

/**
 * The connection that a request was upgraded to; an injected request has none. A socket lives for hours, so it lets go
 * of the request and of the answer that was never given: each would hold 3 KiB of them.
 */
export function upgradedStream(socket: WebSocket, { raw }: FastifyRequest): Socket | undefined {
  // The listener of @fastify/websocket, which has both for its error handler; the link has one of its own.
  socket.removeAllListeners('error');
  const stream = raw.socket as Socket | undefined;
  if (stream) responses.get(raw)?.detachSocket(stream);
  return stream;
}
