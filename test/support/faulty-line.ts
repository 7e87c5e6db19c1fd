// Why: networks are slow, stall, and break in the middle of a frame. One line is one client's connection to a
// service. Extend with another fault in `pass`.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy with its own port, in front of a service on this machine. */
export interface FaultyLine {
  /** The service's address through this line. */
  url: string;
  /** Whether it has no fault at the moment. */
  readonly isWhole: boolean;
  /** Closes all connections at once. */
  drop(): void;
  /** Passes nothing on, without closing anything, and answers no new connections, until `mend`. */
  stall(): void;
  /** Passes this many more bytes on to the client, then closes the connection. */
  cutAfter(bytes: number): void;
  /** Delays everything by this many milliseconds. */
  delay(milliseconds: number): void;
  /** Passes this many bytes per second on, in each direction. */
  limit(bytesPerSecond: number): void;
  /** Passes everything on again; closed connections stay closed. */
  mend(): void;
  close(): void;
}

/** Slices of a second in which a limited line passes its bytes on. */
const slices = 20;

/** Opens a line to a port of the loopback interface. */
export async function openLine(port: number): Promise<FaultyLine> {
  const line = new Line(port);
  await line.listen();
  return line;
}

class Line implements FaultyLine {
  readonly #server = createServer((socket) => this.#serve(socket));
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #stalled: { until: Promise<void>; end: () => void } | undefined;
  #bytesLeft = Infinity;
  #delay = 0;
  #bytesPerSecond = Infinity;

  constructor(port: number) {
    this.#port = port;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get isWhole(): boolean {
    const isQuick = this.#delay === 0 && this.#bytesPerSecond === Infinity;
    return isQuick && this.#stalled === undefined && this.#bytesLeft === Infinity;
  }

  drop(): void {
    this.#sockets.forEach((socket) => socket.destroy());
  }

  stall(): void {
    if (this.#stalled) return;
    let end = (): void => undefined;
    const until = new Promise<void>((resolve) => (end = resolve));
    this.#stalled = { until, end };
  }

  cutAfter(bytes: number): void {
    this.#bytesLeft = bytes;
  }

  delay(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  limit(bytesPerSecond: number): void {
    this.#bytesPerSecond = bytesPerSecond;
  }

  mend(): void {
    this.#delay = 0;
    this.#bytesPerSecond = Infinity;
    this.#bytesLeft = Infinity;
    this.#stalled?.end();
    this.#stalled = undefined;
  }

  close(): void {
    this.mend();
    this.#server.close();
    this.drop();
  }

  #serve(client: Socket): void {
    const service = connect(this.#port, '127.0.0.1');
    for (const socket of [client, service]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      // `close` follows.
      socket.on('error', () => undefined);
    }
    this.#pipe(client, service, false);
    this.#pipe(service, client, true);
  }

  /** Passes everything from one socket to another in order, including its end. */
  #pipe(from: Socket, to: Socket, isTowardsClient: boolean): void {
    let last: Promise<void> | null = null;
    const inOrder = (task: () => Promise<void>): void => {
      const done: Promise<void> = (last ?? Promise.resolve()).then(task).then(() => {
        if (last === done) last = null;
      });
      last = done;
    };
    from.on('data', (data: Buffer) => {
      if (!last && this.isWhole && !to.writableNeedDrain) return void to.write(data);
      from.pause();
      inOrder(() => this.#pass(data, to, isTowardsClient).then(() => void from.resume()));
    });
    from.on('close', () => {
      this.#sockets.delete(from);
      inOrder(async () => {
        await this.#stalled?.until;
        to.destroy();
      });
    });
  }

  async #pass(data: Buffer, to: Socket, isTowardsClient: boolean): Promise<void> {
    for (let rest = data; rest.length > 0;) {
      await this.#stalled?.until;
      if (this.#delay > 0) await milliseconds(this.#delay);
      const size = Math.max(1, Math.min(rest.length, Math.floor(this.#bytesPerSecond / slices)));
      if (size < rest.length) await milliseconds(1000 / slices);
      const piece = rest.subarray(0, isTowardsClient ? Math.min(size, this.#bytesLeft) : size);
      rest = rest.subarray(size);
      if (isTowardsClient) this.#bytesLeft -= piece.length;
      if (!to.destroyed && !to.write(piece)) await drained(to);
      if (isTowardsClient && this.#bytesLeft <= 0) {
        this.#bytesLeft = Infinity;
        return this.drop();
      }
    }
  }
}

const milliseconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count));

function drained(socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
