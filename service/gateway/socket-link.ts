import type { Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';
import { closeReason } from '../../shared/protocol/close-reason.js';
import { closeCodes, type CloseName } from '../../shared/protocol/codes.js';
import type { ServiceFrame } from '../../shared/protocol/service-frame.js';
import type { SocketFrame } from '../../shared/protocol/socket-frames.js';
import type { Clock } from '../clock.js';
import { errors, isSocketCode, ServiceError } from '../errors.js';
import { InvalidFrame, textOfFrame, type DecodeFrame } from './decode-frame.js';
import { tokenOf, type FrameSubject } from './frame-subject.js';
import { readTextFrames } from './frame-reader.js';
import { FrameWriter } from './frame-writer.js';
import { ReaderPace } from './reader-pace.js';
import { SignsOfLife } from './signs-of-life.js';

/** Milliseconds for which a socket is paused after its client has exceeded the rate limit. */
const restAfterFlood = 1_000;
/** Time limit of a closing handshake in milliseconds. */
const closingAtMost = 2_000;

/**
 * A socket, and the stream that it was upgraded from, to which frames are written. Without a stream (in
 * tests), the socket sends them.
 */
export interface UpgradedSocket {
  socket: WebSocket;
  stream?: Writable | undefined;
}

/** The options that all links of an edge share. */
export interface SocketLinkOptions<Frame> {
  decode: DecodeFrame<Frame>;
  clock: Clock;
  /** Milliseconds within which a client must start something on its socket. */
  startWithin: number;
  /** Called with internal errors, after the client got INTERNAL_ERROR. */
  onError: (error: unknown) => void;
  /** Called with each link whose socket was closed. */
  onClosed?: (link: SocketLink<never>) => void;
}

/** The frames that a receiver gets. The link itself answers the others. */
export type Heard<Frame> = Exclude<Frame, SocketFrame>;

/** Receives a socket's frames. */
export interface FrameReceiver<Frame> {
  receive(frame: Heard<Frame>): void;
  /** The socket was closed, by either side. */
  closed(): void;
}

/**
 * The edge of one socket: limits, decodes and answers incoming frames, keeps the connection alive, and closes
 * it with a reason. Classes instead of closures, because there may be twenty thousand sockets.
 */
export class SocketLink<Frame extends { type: string }> {
  readonly #socket: WebSocket;
  readonly #options: SocketLinkOptions<Frame>;
  readonly #allowance: Allowance;
  readonly #life: SignsOfLife;
  readonly #pace: ReaderPace;
  readonly #writer: FrameWriter | null;
  readonly #openedAt: number;
  #receiver: FrameReceiver<Frame> | null = null;
  #hasBegun = false;
  #faulty = 0;

  constructor({ socket, stream }: UpgradedSocket, options: SocketLinkOptions<Frame>) {
    this.#socket = socket;
    this.#options = options;
    const now = options.clock.monotonic();
    this.#openedAt = now;
    this.#allowance = new Allowance(now);
    this.#life = new SignsOfLife(now);
    this.#pace = new ReaderPace(socket);
    this.#writer = stream ? new FrameWriter(stream) : null;
  }

  /** Passes incoming frames to the receiver from now on. Call it once. */
  serve(receiver: FrameReceiver<Frame>): void {
    this.#receiver = receiver;
    const socket = this.#socket as LinkedSocket;
    socket[linkOf] = this;
    socket.on('message', hear).on('pong', heardPong).on('close', closed);
    // ws closes the socket itself after an error (a frame too large, bad UTF-8), but without a listener Node
    // would end the process.
    socket.on('error', ignore);
    readTextFrames(socket, this);
  }

  /** Handles an incoming frame that `ws` has read. */
  hear(data: RawData, isBinary: boolean): void {
    const text = textOfFrame(data, isBinary);
    this.#handle(typeof text === 'string' ? this.#options.decode(text) : text);
  }

  /** Handles the text of an incoming frame. */
  hearText(text: string): void {
    this.#handle(this.#options.decode(text));
  }

  #handle(decoded: Frame | InvalidFrame): void {
    const now = this.#options.clock.monotonic();
    this.#life.heard(now);
    const isTooMuch = !this.#allowance.take(now);
    if (isTooMuch) restFrom(this.#socket);
    if (decoded instanceof InvalidFrame) return this.#refuseFrame(decoded);
    if (isTooMuch) return this.refuse(new ServiceError('RATE_LIMITED'), tokenOf(decoded));
    this.#faulty = 0;
    if (decoded.type === 'ping') return this.sendText('{"type":"pong"}');
    if (decoded.type !== 'pong') this.#receiver!.receive(decoded as Heard<Frame>);
  }

  /** The client has answered a ping. */
  heardPong(): void {
    this.#life.heard(this.#options.clock.monotonic());
  }

  /** The socket was closed. */
  closed(): void {
    this.#receiver!.closed();
    this.#options.onClosed?.(this as unknown as SocketLink<never>);
  }

  /** The first request has been accepted: the socket may stay open. */
  begun(): void {
    this.#hasBegun = true;
  }

  send(frame: ServiceFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  /** The same for a {@link ServiceFrame} that is already JSON. */
  sendText(text: string): void {
    if (!this.#isOpen) return;
    if (this.#pace.isHopeless(this.#writer?.characters ?? 0)) return this.close('READER_TOO_SLOW');
    // ws doesn't compress, so it queues nothing: writing to the stream directly keeps the order.
    if (this.#writer) this.#writer.send(text);
    else this.#socket.send(text);
  }

  /**
   * Answers with an error frame. Anything but a {@link ServiceError} is an internal error, and is reported as
   * such.
   */
  refuse(error: unknown, about: FrameSubject = {}): void {
    const isOurs = error instanceof ServiceError && isSocketCode(error.code);
    if (!isOurs) this.#options.onError(error);
    const code = isOurs ? error.code : 'INTERNAL_ERROR';
    const message = isOurs ? error.message : errors.INTERNAL_ERROR[1];
    const { pointer, retryAfter } = isOurs ? error : noDetails;
    this.send({
      ...{ type: 'error', code, message, ...about },
      ...(pointer !== undefined && { pointer }),
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }

  /** Null while the client keeps up; otherwise resolves when it does again. */
  busy(): Promise<void> | null {
    const isBusy = this.#pace.isSlow(this.#writer?.characters ?? 0);
    if (!isBusy) return null;
    this.#writer?.flush();
    return this.#pace.caughtUp();
  }

  /** `after`: milliseconds that the client should wait before it reconnects. */
  close(name: CloseName, after = 0): void {
    if (!this.#isOpen) return;
    this.#writer?.flush();
    this.#socket.close(closeCodes[name], closeReason(name, after));
    setTimeout(() => this.#socket.terminate(), closingAtMost).unref();
  }

  /** Pings a silent client, and closes the socket if it doesn't answer. Call it every few seconds. */
  beat(): void {
    const now = this.#options.clock.monotonic();
    if (this.#pace.isStuck(now)) return this.close('READER_TOO_SLOW');
    if (!this.#hasBegun && now - this.#openedAt >= this.#options.startWithin)
      return this.close('NOT_STARTED_IN_TIME');
    const due = this.#life.due(now);
    if (due === 'give up') this.close('SILENT');
    if (due === 'ask') this.sendText('{"type":"ping"}');
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #refuseFrame({ error, about }: InvalidFrame): void {
    this.#faulty += 1;
    this.refuse(error, about);
    if (this.#faulty >= limits.faultyFrames) this.close('PROTOCOL_VIOLATED');
  }
}

const linkOf = Symbol('link');

/**
 * A socket and its link. Listeners find the link here, so that all sockets share them: four listeners for
 * each would take 300 bytes.
 */
interface LinkedSocket extends WebSocket {
  [linkOf]: Pick<SocketLink<never>, 'hear' | 'heardPong' | 'closed'>;
}

function hear(this: WebSocket, data: RawData, isBinary: boolean): void {
  (this as LinkedSocket)[linkOf].hear(data, isBinary);
}

function heardPong(this: WebSocket): void {
  (this as LinkedSocket)[linkOf].heardPong();
}

function closed(this: WebSocket): void {
  (this as LinkedSocket)[linkOf].closed();
}

const ignore = (): void => undefined;
const noDetails = { pointer: undefined, retryAfter: undefined };

/** Pauses reading. The client's further frames wait on its own side, and other sockets are served. */
function restFrom(socket: WebSocket): void {
  if (socket.isPaused) return;
  socket.pause();
  setTimeout(() => socket.resume(), restAfterFlood).unref();
}

/**
 * A token bucket: `frameBurst` at once, `framesPerSecond` in the long run. Times are monotonic milliseconds.
 */
class Allowance {
  #left: number = limits.frameBurst;
  #filledAt: number;

  constructor(now: number) {
    this.#filledAt = now;
  }

  take(now: number): boolean {
    const filled = this.#left + ((now - this.#filledAt) / 1000) * limits.framesPerSecond;
    this.#left = Math.min(limits.frameBurst, filled);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
