// Why: clients know one address, behind which a proxy chooses a process. Extend with how it chooses.
import { connect, createServer, type Socket } from 'node:net';

export interface Switchboard {
  url: string;
  close(): Promise<void>;
}

/** Gives each new connection to the first of these addresses that takes it, as a proxy with a backup server does. */
export function openSwitchboard(targets: readonly string[]): Promise<Switchboard> {
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };

  function pass(client: Socket, [target, ...others]: readonly string[]): void {
    if (target === undefined) return void client.destroy();
    const { hostname, port } = new URL(target);
    const server = connect(Number(port), hostname);
    server.once('connect', () => {
      keep(server);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      client.pipe(server).pipe(client);
    });
    server.once('error', () => open.has(server) || pass(client, others));
  }

  const board = createServer((client) => {
    keep(client);
    pass(client, targets);
  });
  return new Promise((resolve, reject) => {
    board.once('error', reject);
    board.listen(0, 'localhost', () => {
      const { port } = board.address() as { port: number };
      resolve({
        url: `http://localhost:${port}`,
        close() {
          for (const socket of open) socket.destroy();
          return new Promise((done) => void board.close(() => done()));
        },
      });
    });
  });
}
