import type { Socket } from 'node:net';
import type { RestError } from '../shared/rest-error.js';
import { ServiceError, type ServiceErrorCode } from './errors.js';

/** Our error codes for Node's reasons to give up a connection before a request is complete. */
const codeOf: Record<string, ServiceErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};
const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/**
 * Answers bytes that aren't a complete HTTP request with an error in the usual shape, and closes the
 * connection.
 */
export function answerClientError({ code }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  // The client would take further bytes for the answer to another request.
  if (!socket.writable || isAnswering(socket)) return void socket.destroy();
  const error = new ServiceError(codeOf[code ?? ''] ?? 'REQUEST_MALFORMED');
  socket.end(responseOf(error));
  // Don't read what the client sends next.
  socket.once('finish', () => socket.destroy());
}

/** Node's own property: the response that is being written on this connection. */
const isAnswering = (socket: Socket): boolean =>
  Boolean((socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent);

function responseOf({ statusCode, code, message }: ServiceError): string {
  const body = JSON.stringify({ statusCode, code, message } satisfies RestError);
  return [
    `HTTP/1.1 ${statusCode} ${reasons[statusCode]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
