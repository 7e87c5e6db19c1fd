import { waitOf } from '../shared/protocol/close-reason.js';
import type { Environment } from './environment.js';

/** Milliseconds that a WebSocket handshake may take. */
const opensWithin = 10_000;
/** Milliseconds of silence after which the client sends a ping, and those in which the service must answer. */
const asksAfter = 20_000;
const answersWithin = 25_000;
/** The same after the page was suspended, when a dead connection is likely. */
const answersSoon = 5_000;

/** A frame from the service that has a type. The receiver decides whether it knows the type. */
export interface AnyServiceFrame {
  type: string;
}

export interface ConnectionEvents {
  open(): void;
  frame(frame: AnyServiceFrame): void;
  /**
   * Emitted once. The code is 1006 if neither side gave one. `wait` is the number of milliseconds that the service, or
   * `close`, asks to wait before another connection.
   */
  closed(code: number, wait: number): void;
}

/** One WebSocket to the service. */
export interface Connection {
  send(frame: object): void;
  /** Sends a ping at once. */
  check(): void;
  /** Closes the socket. `closed` follows at once with this wait, not when the network confirms it. */
  close(wait?: number): void;
}

/**
 * Opens a socket. It closes itself if the service stays silent, because browsers report neither pings nor a cable
 * that was pulled.
 */
export function openConnection(url: string, environment: Environment, events: ConnectionEvents): Connection {
  const socket = new environment.WebSocket(url);
  let isOpen = false;
  let isOver = false;
  let undo = environment.later(opensWithin, () => end(1006));

  socket.onopen = () => {
    if (isOver) return;
    isOpen = true;
    listen();
    events.open();
  };
  socket.onmessage = ({ data }) => {
    if (isOver) return;
    listen();
    const frame = parse(data);
    if (frame?.type === 'ping') return send({ type: 'pong' });
    if (frame && frame.type !== 'pong') events.frame(frame);
  };
  socket.onclose = ({ code, reason }) => end(code, waitOf(reason));

  return {
    send,
    check: () => ask(answersSoon),
    close: (wait) => end(1000, wait),
  };

  function send(frame: object): void {
    if (isOpen && !isOver) socket.send(JSON.stringify(frame));
  }

  function listen(): void {
    undo();
    undo = environment.later(asksAfter, () => ask(answersWithin));
  }

  function ask(within: number): void {
    if (!isOpen || isOver) return;
    undo();
    undo = environment.later(within, () => end(1006));
    send({ type: 'ping' });
  }

  function end(code: number, wait = 0): void {
    if (isOver) return;
    isOver = true;
    undo();
    socket.close();
    events.closed(code, wait);
  }
}

function parse(data: unknown): AnyServiceFrame | null {
  try {
    const value = JSON.parse(String(data)) as AnyServiceFrame | null;
    return typeof value?.type === 'string' ? value : null;
  } catch {
    return null;
  }
}
