// Why: requests that no HTTP client sends: two Host headers, a body that never ends, no HTTP at all. Bytes
// in, bytes out.
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Listens on a free loopback port. Returns the port. */
export async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/**
 * Sends these bytes without an end. Returns everything that the service answers until it closes the
 * connection.
 */
export function rawRequest(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    // A reset connection counts as closed.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

/** Status and code of an error answer; the answer itself if it isn't one. */
export function refusalIn(answer: string): string {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  const code = /"code":"(\w+)"/.exec(answer)?.[1];
  return status && code ? `${status} ${code}` : answer;
}
