import type { Socket } from 'node:net';
import type { RestError } from '../shared/rest-error.js';
import { ServiceError, type ServiceErrorCode } from './errors.js';

/** Node's reasons for giving up a connection before it has a whole request, in our codes. */
const codeOf: Record<string, ServiceErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};
const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no whole HTTP request in the one shape of all errors, and closes its connection. */
export function answerClientError({ code }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  // Bytes after an answer would be taken for the answer to another request.
  if (!socket.writable || isAnswering(socket)) return void socket.destroy();
  const error = new ServiceError(codeOf[code ?? ''] ?? 'REQUEST_MALFORMED');
  socket.end(responseOf(error));
  // Whatever the client goes on to send is not read.
  socket.once('finish', () => socket.destroy());
}

/** Node's own mark: the answer that is being written on this connection. */
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
