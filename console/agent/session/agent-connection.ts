import type { Environment } from '../../../client/environment.js';
import { Reconnect } from '../../../client/reconnect.js';
import type { AgentFrame, AgentServiceFrame } from '../../../shared/protocol/agent-frames.js';
import type { SocketFrame } from '../../../shared/protocol/socket-frames.js';

/**
 * - `idle`: not connected
 * - `connecting`: the first connection is under way
 * - `live`: both sides hear each other
 * - `reconnecting`: the connection is lost and comes back by itself
 * - `ended`: nobody is signed in any more
 */
export type AgentSessionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended';

/**
 * - `connect`: somebody is signed in
 * - `welcome`: the service has answered `hello`, which each connection begins with
 * - `lost`: the connection is gone
 * - `end`: nobody is signed in any more
 */
export type AgentSessionEvent = 'connect' | 'welcome' | 'lost' | 'end';

const transitions: Record<AgentSessionState, Partial<Record<AgentSessionEvent, AgentSessionState>>> = {
  idle: { connect: 'connecting' },
  connecting: { welcome: 'live', end: 'ended' },
  live: { lost: 'reconnecting', end: 'ended' },
  reconnecting: { welcome: 'live', end: 'ended' },
  ended: { connect: 'connecting' },
};

/** The state after an event; the same where the event means nothing in it. */
export const nextState = (state: AgentSessionState, event: AgentSessionEvent): AgentSessionState =>
  transitions[state][event] ?? state;

export interface AgentConnectionOptions {
  url: string;
  environment: Environment;
  /** Whether the staff session is still good; asked when a connection can't be opened. */
  isSignedIn?: (() => Promise<boolean>) | undefined;
  /** What a connection begins with. */
  hello: () => AgentFrame;
  onFrame: (frame: HeardFrame) => void;
  /** The connection is lost, or over. */
  onPause: () => void;
  /** The state is another one, or the time of the next attempt. */
  onState: (state: AgentSessionState) => void;
}

/** The frames that are for a console; the others keep the connection. */
export type HeardFrame = Exclude<AgentServiceFrame, SocketFrame>;

/** A console's connection to the service, for as long as somebody is signed in. */
export class AgentConnection {
  readonly #options: AgentConnectionOptions;
  readonly #connection: Reconnect;
  #state: AgentSessionState = 'idle';

  constructor(options: AgentConnectionOptions) {
    const { url, environment, hello, onFrame } = options;
    this.#options = options;
    this.#connection = new Reconnect(url, environment);
    this.#connection.on('open', () => this.send(hello()));
    this.#connection.on('frame', (frame) => onFrame(frame as HeardFrame));
    this.#connection.on('lost', () => this.#lose());
    this.#connection.on('stopped', () => this.#end());
  }

  get state(): AgentSessionState {
    return this.#state;
  }
  /** See {@link Reconnect.nextAttempt}. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }

  /** Connects, and stays connected; again after the session has ended and somebody signed in. */
  connect(): void {
    if (this.#move('connect')) this.#connection.start();
  }

  /** The service has answered `hello`. */
  welcomed(): void {
    this.#connection.succeeded();
    this.#move('welcome');
  }

  send(frame: AgentFrame): void {
    this.#connection.send(frame);
  }

  /** Does not wait any longer for the next attempt. */
  now(): void {
    this.#connection.now();
  }

  /** Gives the connection up for dead, and connects anew. */
  restart(): void {
    this.#connection.restart();
  }

  stop(): void {
    this.#connection.stop();
  }

  #lose(): void {
    this.#options.onPause();
    this.#move('lost');
    void this.#checkSignedIn();
  }

  /** A refused handshake looks like a lost connection to a page: the session may be over. */
  async #checkSignedIn(): Promise<void> {
    const { isSignedIn } = this.#options;
    if (!isSignedIn || (await isSignedIn()) || this.#state === 'live') return;
    this.#connection.stop();
    this.#end();
  }

  #end(): void {
    this.#options.onPause();
    this.#move('end');
  }

  /** Whether the event led to another state. Every loss is told: the time of the next attempt is another. */
  #move(event: AgentSessionEvent): boolean {
    const before = this.#state;
    this.#state = nextState(before, event);
    const isChanged = this.#state !== before;
    if (isChanged || event === 'lost') this.#options.onState(this.#state);
    return isChanged;
  }
}
