// Why: some requests no HTTP client sends: two Host headers, a body that never ends, no HTTP at all. Bytes in, bytes out.
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Listens on a port of loopback that was free; the port. */
export async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** Sends these bytes and no end; everything that the service answers until it closes the connection. */
export function rawRequest(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    // A connection that is cut off is one that is closed.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

/** Status and code of an answer in the one shape of errors; the answer itself where it is none. */
export function refusalIn(answer: string): string {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  const code = /"code":"(\w+)"/.exec(answer)?.[1];
  return status && code ? `${status} ${code}` : answer;
}
