import { createNanoEvents } from 'nanoevents';
import { shouldReconnect } from '../shared/protocol/codes.js';
import { backOff } from './back-off.js';
import { openConnection, type AnyServiceFrame, type Connection } from './connection.js';
import type { Environment } from './environment.js';

export interface ReconnectEvents {
  /** A socket was opened; nothing was exchanged on it yet. */
  open(): void;
  frame(frame: AnyServiceFrame): void;
  /** The connection was lost. The next attempt is automatic, see `nextAttempt`. */
  lost(): void;
  /** The service closed the connection with a code that forbids to reconnect. */
  stopped(code: number): void;
}

/** Keeps a connection to the service: reconnects after growing, random delays, until it is stopped. */
export class Reconnect {
  /** When the next attempt is due, in monotonic milliseconds; undefined while a connection is being opened, or is open. For reading only. */
  nextAttempt: number | undefined;
  readonly #url: string;
  readonly #environment: Environment;
  readonly #events = createNanoEvents<ReconnectEvents>();
  #connection: Connection | undefined;
  #attempts = 0;
  #isWanted = false;
  #undoWaiting: () => void = () => undefined;
  #undoReturn: () => void = () => undefined;

  constructor(url: string, environment: Environment) {
    this.#url = url;
    this.#environment = environment;
  }

  on<Event extends keyof ReconnectEvents>(event: Event, listener: ReconnectEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Connects now, and again whenever the connection is lost. */
  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#undoReturn = this.#environment.onReturn(
      () => {
        if (this.#connection) this.#connection.check();
        else this.now();
      },
      // Pages with an open socket can't enter the back/forward cache, or find the socket broken and log an error.
      () => this.restart(),
    );
    this.#connect();
  }

  /** Skips the delay before the next attempt. */
  now(): void {
    if (this.#isWanted && !this.#connection) this.#connect();
  }

  send(frame: object): void {
    this.#connection?.send(frame);
  }

  /** The service has accepted the chat: delays begin at the shortest again. */
  succeeded(): void {
    this.#attempts = 0;
  }

  /** Closes the connection and reconnects, not before this many seconds if the service asked for a delay. */
  restart(after = 0): void {
    this.#connection?.close(after * 1000);
  }

  stop(): void {
    this.#isWanted = false;
    this.#undoReturn();
    this.#undoWaiting();
    this.#connection?.close();
  }

  #connect(): void {
    this.#undoWaiting();
    this.nextAttempt = undefined;
    this.#connection = openConnection(this.#url, this.#environment, {
      open: () => this.#events.emit('open'),
      frame: (frame) => this.#events.emit('frame', frame),
      closed: (code, wait) => this.#handleClosed(code, wait),
    });
  }

  #handleClosed(code: number, wait: number): void {
    this.#connection = undefined;
    if (!this.#isWanted) return;
    if (!shouldReconnect(code)) {
      this.stop();
      return this.#events.emit('stopped', code);
    }
    const delay = backOff(this.#attempts, this.#environment.random()) + wait;
    this.#attempts += 1;
    this.nextAttempt = this.#environment.monotonic() + delay;
    this.#undoWaiting = this.#environment.later(delay, () => this.#connect());
    this.#events.emit('lost');
  }
}
