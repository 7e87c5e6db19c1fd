import type { Environment } from './environment.js';

/** Milliseconds a handshake may take. */
const opensWithin = 10_000;
/** Milliseconds of silence after which the service is asked, and until which it must have answered. */
const asksAfter = 20_000;
const answersWithin = 25_000;
/** The same when the page has just come back, where a dead connection is likely. */
const answersSoon = 5_000;

/** A frame from the service that has a type; whether it is a known one is for whoever receives it. */
export interface AnyServiceFrame {
  type: string;
}

export interface ConnectionEvents {
  open(): void;
  frame(frame: AnyServiceFrame): void;
  /** Once, however it ended; 1006 where nobody said why. */
  closed(code: number): void;
}

/** One socket to the service, from its opening to its end. */
export interface Connection {
  send(frame: object): void;
  /** Asks for a sign of life at once. */
  check(): void;
  /** Ends it; `closed` follows at once, not when the network agrees. */
  close(): void;
}

/** Opens a socket; it ends by itself where nothing is heard (a browser shows neither pings nor a cable that was pulled). */
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
  socket.onclose = ({ code }) => end(code);
  // `close` follows every error, and says as little.
  socket.onerror = () => undefined;

  return {
    send,
    check() {
      if (isOpen && !isOver) ask(answersSoon);
    },
    close: () => end(1000),
  };

  function send(frame: object): void {
    if (isOpen && !isOver) socket.send(JSON.stringify(frame));
  }

  function listen(): void {
    undo();
    undo = environment.later(asksAfter, () => ask(answersWithin));
  }

  function ask(within: number): void {
    undo();
    undo = environment.later(within, () => end(1006));
    send({ type: 'ping' });
  }

  function end(code: number): void {
    if (isOver) return;
    isOver = true;
    undo();
    socket.close();
    events.closed(code);
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
