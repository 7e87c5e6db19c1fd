import type { Environment } from '../../../client/environment.js';
import { Reconnect } from '../../../client/reconnect.js';
import type { AgentFrame, AgentServiceFrame } from '../../../shared/protocol/agent-frames.js';
import type { SocketFrame } from '../../../shared/protocol/socket-frames.js';

/**
 * - `idle`: not connected
 * - `connecting`: the first connection is being opened
 * - `live`: the service has welcomed the console
 * - `reconnecting`: the connection was lost and is being opened again
 * - `ended`: the staff session is over
 */
export type AgentSessionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended';

/**
 * - `connect`: an agent is signed in
 * - `welcome`: the service has answered `hello`, the first frame of each connection
 * - `lost`: the connection was lost
 * - `end`: the staff session is over
 */
export type AgentSessionEvent = 'connect' | 'welcome' | 'lost' | 'end';

const transitions: Record<AgentSessionState, Partial<Record<AgentSessionEvent, AgentSessionState>>> = {
  idle: { connect: 'connecting' },
  connecting: { welcome: 'live', end: 'ended' },
  live: { lost: 'reconnecting', end: 'ended' },
  reconnecting: { welcome: 'live', end: 'ended' },
  ended: { connect: 'connecting' },
};

/** Returns the state after an event, or the same state if the event has no meaning in it. */
export const nextState = (state: AgentSessionState, event: AgentSessionEvent): AgentSessionState =>
  transitions[state][event] ?? state;

export interface AgentConnectionOptions {
  url: string;
  environment: Environment;
  /** Returns whether the staff session is still valid; called when a connection can't be opened. */
  isSignedIn?: (() => Promise<boolean>) | undefined;
  /** Creates the first frame of a connection. */
  hello: () => AgentFrame;
  onFrame: (frame: HeardFrame) => void;
  /** The connection was lost or has ended. */
  onPause: () => void;
  /** The state changed, or the time of the next attempt. */
  onState: (state: AgentSessionState) => void;
}

/** The frames that concern the console; the others keep the connection alive. */
export type HeardFrame = Exclude<AgentServiceFrame, SocketFrame>;

/** The console's connection to the service. It reconnects for as long as the staff session is valid. */
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

  /** Connects, and stays connected. Call it again after the session has ended and the agent has signed in. */
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

  /** Reconnects now instead of waiting for the next attempt. */
  now(): void {
    this.#connection.now();
  }

  /** Drops the connection, and opens a new one. */
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

  /** Scripts can't tell a refused handshake from a lost connection, so this asks whether the session is over. */
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

  /**
   * Moves to the next state, and returns whether it changed. Every loss is reported: it changes the time of the next
   * attempt.
   */
  #move(event: AgentSessionEvent): boolean {
    const before = this.#state;
    this.#state = nextState(before, event);
    const isChanged = this.#state !== before;
    if (isChanged || event === 'lost') this.#options.onState(this.#state);
    return isChanged;
  }
}
