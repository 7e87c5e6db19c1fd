import { connect } from 'node:net';

export interface LeanRequests {
  port: number;
  path: string;
  headers: Record<string, string>;
  connections: number;
  milliseconds: number;
}

/**
 * Sends GETs over persistent connections, one after the other on each. Returns how many were answered per
 * second.
 */
export async function getAgainAndAgain(options: LeanRequests): Promise<{ rate: number; answered: number }> {
  const { port, path, headers, connections, milliseconds } = options;
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map((pair) => pair.join(': '));
  const request = `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const from = performance.now();
  let answered = 0;

  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let expected = -1;
      let come = 0;
      socket.on('data', (chunk: Buffer) => {
        if (expected < 0) expected = lengthOf(chunk);
        come += chunk.length;
        if (come < expected) return;
        answered += 1;
        [expected, come] = [-1, 0];
        if (performance.now() - from < milliseconds) return void socket.write(request);
        socket.destroy();
        resolve();
      });
      socket.once('error', reject);
      socket.write(request);
    });
  await Promise.all(Array.from({ length: connections }, one));
  return { answered, rate: answered / ((performance.now() - from) / 1000) };
}

/** The size in bytes of a complete answer, whose head arrives in one piece. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.toString('latin1', 0, chunk.indexOf('\r\n\r\n') + 4);
  const [, body] = /^content-length: (\d+)/im.exec(head) ?? [];
  if (!head.startsWith('HTTP/1.1 200') || body === undefined) throw new Error(head);
  return head.length + Number(body);
}
