// The attackers of bench/hostile/load.ts, in a separate process. Reads a target as JSON from the first
// argument, and prints the outcomes of its attempts as one line of JSON.
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';

export interface FloodTarget {
  port: number;
  origin: string;
  widgetId: string;
  starts: number;
  idleSockets: number;
  slowBodies: number;
  signIns: number;
}

/** The number of attempts by kind of attack and outcome. */
export type FloodOutcome = Record<string, Record<string, number>>;

const target = JSON.parse(process.argv[2]!) as FloodTarget;
const outcome: FloodOutcome = {};
const note = (attack: string, result: string): void => {
  const results = (outcome[attack] ??= {});
  results[result] = (results[result] ?? 0) + 1;
};
/** Loopback addresses that act as other clients. Every attack has its own network of twenty. */
const addressOf = (network: number, index: number): string => `127.0.${network}.${(index % 20) + 1}`;

const open = (network: number, index: number): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${target.port}/widgets/${target.widgetId}/socket`, {
    origin: target.origin,
    localAddress: addressOf(network, index),
  });

/** The service's answer to a start: the type of its first frame, or the code of a refusal. */
async function start(index: number): Promise<string> {
  const socket = open(1, index);
  return new Promise((resolve) => {
    const end = (result: string): void => {
      resolve(result);
      socket.terminate();
    };
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'start', clientToken: `${Math.random()}`.padEnd(40, '.') })),
    );
    socket.on('message', (data) => {
      const { type, code } = JSON.parse((data as Buffer).toString()) as { type: string; code?: string };
      if (type === 'started' || type === 'error') end(code ?? type);
    });
    socket.on('close', (code) => end(`close ${code}`));
    socket.on('error', (error) => end(error.message));
  });
}

async function idle(index: number): Promise<string> {
  const socket = open(2, index);
  socket.on('open', () => note('idle sockets', 'opened'));
  socket.on('error', () => undefined);
  const [code] = (await once(socket, 'close')) as [number];
  return `close ${code}`;
}

/** Sends a byte a second of a sign-in's body, until the service closes the connection. */
async function slowBody(index: number): Promise<string> {
  const socket: Socket = connect({ port: target.port, host: '127.0.0.1', localAddress: addressOf(3, index) });
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  socket.on('connect', () => note('slow bodies', 'begun'));
  socket.write(
    'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n',
  );
  const sending = setInterval(() => socket.write(' '), 1_000);
  await once(socket, 'close');
  clearInterval(sending);
  return answer.slice(9, 12) || 'closed';
}

async function signIn(index: number): Promise<string> {
  const body = JSON.stringify({ username: 'ada', password: `wrong ${index}` });
  const asking = request({
    ...{ port: target.port, host: '127.0.0.1', method: 'POST', path: '/api/session' },
    localAddress: addressOf(4, index),
    headers: { origin: target.origin, 'content-type': 'application/json', 'content-length': body.length },
  });
  asking.end(body);
  try {
    const [response] = (await once(asking, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    return String(response.statusCode);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Makes this many attempts, `atOnce` at a time. */
async function attack(
  name: string,
  many: number,
  atOnce: number,
  attempt: (index: number) => Promise<string>,
): Promise<void> {
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < many) note(name, await attempt(next++));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, many) }, take));
}

void attack('idle sockets', target.idleSockets, target.idleSockets, idle);
void attack('slow bodies', target.slowBodies, target.slowBodies, slowBody);
process.once('SIGTERM', end);
await Promise.all([
  attack('starts', target.starts, 200, start),
  attack('wrong sign-ins', target.signIns, target.signIns, signIn),
]);
end();

/** Prints once. The sockets stay open until this process is ended. */
function end(): void {
  writeSync(1, `${JSON.stringify(outcome)}\n`);
}
