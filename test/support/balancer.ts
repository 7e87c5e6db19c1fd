// Why: in production a proxy gives connections to the processes that are healthy. Extend with how it chooses.
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Balancer {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface BalancerOptions {
  /** The processes that are used while they are healthy, in turn. */
  preferred: readonly string[];
  /** The others, for when none of the preferred ones is. */
  others?: readonly string[];
}

/** Milliseconds between two checks of a process, within which it must answer, and failures until it is out of use. */
const checkedEvery = 250;
const answersWithin = 1_000;
const failuresAtMost = 3;
/** Milliseconds within which a process must take a connection; a stopped one takes it and does not answer. */
const connectsWithin = 1_000;

/**
 * A TCP proxy with health checks (`GET /healthz`). Where no process is healthy it tries all of them, as proxies do. A process
 * that does not answer a check loses its connections, as with HAProxy's `on-marked-down shutdown-sessions`.
 */
export async function openBalancer({ preferred, others = [] }: BalancerOptions): Promise<Balancer> {
  const targets = [...preferred, ...others].map((url) => new Target(url));
  const first = targets.slice(0, preferred.length);
  const open = new Set<Socket>();
  let turn = 0;
  let isClosed = false;

  /** Those that are to be tried, in order. */
  function choices(): Target[] {
    turn += 1;
    const inTurn = (list: Target[]): Target[] => list.map((_, index) => list[(index + turn) % list.length]!);
    const all = [...inTurn(first), ...inTurn(targets.slice(first.length))];
    const healthy = all.filter(({ isHealthy }) => isHealthy);
    return healthy.length > 0 ? healthy : all;
  }

  function pass(client: Socket, [target, ...rest]: readonly Target[]): void {
    if (client.destroyed) return;
    if (!target) return void client.destroy();
    const server = connect(target.port, '127.0.0.1').setNoDelay(true);
    let isOver = false;
    const next = (): void => {
      if (isOver) return;
      isOver = true;
      server.destroy();
      pass(client, rest);
    };
    server.setTimeout(connectsWithin, next).once('error', next);
    server.once('connect', () => {
      isOver = true;
      server.setTimeout(0).on('error', () => server.destroy());
      target.serve(server);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      client.pipe(server).pipe(client);
    });
  }

  const checks = targets.map(async (target) => {
    while (!isClosed) {
      await target.check();
      await setTimeout(checkedEvery);
    }
  });
  const server = createServer((client) => {
    open.add(client.setNoDelay(true));
    client.on('error', () => client.destroy());
    client.once('close', () => open.delete(client));
    pass(client, choices());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://localhost:${port}`,
    port,
    async close() {
      isClosed = true;
      for (const socket of open) socket.destroy();
      await Promise.all([new Promise<void>((done) => void server.close(() => done())), ...checks]);
    },
  };
}

/** One process behind the proxy. */
class Target {
  readonly port: number;
  isHealthy = true;
  #failures = 0;
  readonly #url: string;
  readonly #sockets = new Set<Socket>();

  constructor(url: string) {
    this.#url = url;
    this.port = Number(new URL(url).port);
  }

  serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async check(): Promise<void> {
    const status = await fetch(`${this.#url}/healthz`, { signal: AbortSignal.timeout(answersWithin) }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => null,
    );
    this.#failures = status === null ? this.#failures + 1 : 0;
    const isSilent = this.#failures >= failuresAtMost;
    this.isHealthy = status === 200 || (status === null && this.isHealthy && !isSilent);
    // One that answers 503 still serves its connections, and moves them away by itself.
    if (isSilent) this.#sockets.forEach((socket) => socket.destroy());
  }
}
