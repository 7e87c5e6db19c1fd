import type { Writable } from 'node:stream';
import { createNanoEvents } from 'nanoevents';
import type { RawData, WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';
import { closeCodes, type CloseName } from '../../shared/protocol/codes.js';
import { errors, isSocketCode, ServiceError } from '../errors.js';
import type { DecodeFrame } from './decode-frame.js';
import { createFrameOutlet } from './frame-outlet.js';
import { createReaderPace } from './reader-pace.js';
import { createSignsOfLife } from './signs-of-life.js';

/** Milliseconds for which nothing is read of a sender that has used up its allowance. */
const restAfterFlood = 1_000;
/** Milliseconds a closing handshake may take. */
const closingAtMost = 2_000;

export interface SocketLinkOptions<Frame> {
  decode: DecodeFrame<Frame>;
  clock: () => number;
  /** What the socket's frames travel on, to be written to at once; without it they go by the socket (in tests). */
  stream?: Writable | undefined;
  /** Told of what is our own fault, after the other side got INTERNAL_ERROR. */
  onError: (error: unknown) => void;
}

interface SocketLinkEvents<Frame> {
  frame(frame: Frame): void;
  closed(): void;
}

/** One socket's edge: bounds, decodes and answers what arrives, keeps the link alive, and closes it with a reason. */
export interface SocketLink<Frame> {
  on<Event extends keyof SocketLinkEvents<Frame>>(
    event: Event,
    listener: SocketLinkEvents<Frame>[Event],
  ): () => void;
  send(frame: object): void;
  /** The same for a frame that is JSON already. */
  sendText(text: string): void;
  /** Whatever is sent in `task` leaves in one piece. */
  together(task: () => void): void;
  /** Answers with an error frame; what is no {@link ServiceError} is our own fault and said to be so. */
  refuse(error: unknown, about?: { clientToken?: string; contactId?: string }): void;
  /** Null while the reader keeps up; else resolves when it does again. */
  busy(): Promise<void> | null;
  close(name: CloseName): void;
  /** To be called every few seconds: asks a silent socket for a sign, and gives it up. */
  beat(): void;
}

export function createSocketLink<Frame extends { type: string }>(
  socket: WebSocket,
  { decode, clock, stream, onError }: SocketLinkOptions<Frame>,
): SocketLink<Frame> {
  const events = createNanoEvents<SocketLinkEvents<Frame>>();
  const allowance = createAllowance(clock);
  const outlet = createFrameOutlet(socket, stream);
  const life = createSignsOfLife(clock);
  let faulty = 0;
  const pace = createReaderPace(socket, clock);

  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  const sendText = (text: string): void => {
    if (!isOpen()) return;
    if (pace.isHopeless()) return close('READER_TOO_SLOW');
    outlet.write(text);
  };
  const send = (frame: object): void => sendText(JSON.stringify(frame));

  socket.on('message', (data: RawData, isBinary: boolean) => {
    life.heard();
    receive(data, isBinary);
  });
  socket.on('pong', () => life.heard());
  socket.on('close', () => events.emit('closed'));
  // ws closes by itself after an error (a frame too large, bad UTF-8); without a listener Node would stop the process.
  socket.on('error', () => undefined);

  function receive(data: RawData, isBinary: boolean): void {
    const decoded = decode(data, isBinary);
    const isTooMuch = !allowance.take();
    if (isTooMuch) restFrom(socket);
    if (!decoded.ok) return refuseFrame(decoded);
    if (isTooMuch) return refuse(new ServiceError('RATE_LIMITED'), decoded.about);
    faulty = 0;
    const { frame } = decoded;
    if (frame.type === 'ping') return sendText('{"type":"pong"}');
    if (frame.type !== 'pong') events.emit('frame', frame);
  }

  function refuseFrame({ error, about }: { error: ServiceError; about: { clientToken?: string } }): void {
    faulty += 1;
    refuse(error, about);
    if (faulty >= limits.faultyFrames) close('PROTOCOL_VIOLATED');
  }

  function refuse(error: unknown, about: { clientToken?: string; contactId?: string } = {}): void {
    const isOurs = error instanceof ServiceError && isSocketCode(error.code);
    if (!isOurs) onError(error);
    const code = isOurs ? error.code : 'INTERNAL_ERROR';
    const message = isOurs ? error.message : errors.INTERNAL_ERROR[1];
    const pointer = isOurs ? error.pointer : undefined;
    send({ type: 'error', code, message, ...about, ...(pointer !== undefined && { pointer }) });
  }

  function close(name: CloseName): void {
    if (!isOpen()) return;
    socket.close(closeCodes[name], name);
    setTimeout(() => socket.terminate(), closingAtMost).unref();
  }

  return {
    on: (event, listener) => events.on(event, listener),
    send,
    sendText,
    together: (task) => outlet.together(task),
    refuse,
    close,
    busy: () => pace.busy(),
    beat() {
      if (pace.isStuck()) return close('READER_TOO_SLOW');
      const due = life.due();
      if (due === 'give up') close('SILENT');
      if (due === 'ask') sendText('{"type":"ping"}');
    },
  };
}

/** Reads nothing for a while: whatever more the sender has waits on its own side, and others are served. */
function restFrom(socket: WebSocket): void {
  if (socket.isPaused) return;
  socket.pause();
  setTimeout(() => socket.resume(), restAfterFlood).unref();
}

/** A token bucket: `frameBurst` at once, `framesPerSecond` in the long run. */
function createAllowance(clock: () => number): { take(): boolean } {
  let left: number = limits.frameBurst;
  let filledAt = clock();
  return {
    take() {
      const now = clock();
      left = Math.min(limits.frameBurst, left + ((now - filledAt) / 1000) * limits.framesPerSecond);
      filledAt = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
