/**
 * Why: tests control time and network. A page's environment with a clock that the test moves, sockets whose other end
 * is the test, and a network that returns on demand. Extend with whatever else the client needs of its environment.
 */
import type { Environment, WebSocketLike } from '../../../client/environment.js';

/** The service's end of a socket that the client opened. */
export class TestSocket implements WebSocketLike {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason?: string }) => void) | null = null;
  readonly heard: Record<string, unknown>[] = [];
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }
  send(text: string): void {
    this.heard.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.isClosed = true;
  }
  open(): void {
    this.onopen?.(undefined as never);
  }
  say(frame: object | string): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }
  /** The service or the network closes the socket. */
  drop(code = 1006, reason = ''): void {
    this.onclose?.({ code, reason });
  }
  /** The frames of one type that the client sent. */
  of(type: string): Record<string, unknown>[] {
    return this.heard.filter((frame) => frame.type === type);
  }
}

export interface TestEnvironment extends Environment {
  readonly sockets: TestSocket[];
  /** The newest socket. */
  readonly socket: TestSocket;
  /** Moves the clock, and runs the timers that are due, in order. */
  pass(milliseconds: number): void;
  /** Changes the device's clock without letting time pass. */
  jump(milliseconds: number): void;
  comeBack(): void;
  /** The page enters the back/forward cache. */
  goAway(): void;
}

export function createTestEnvironment(): TestEnvironment {
  const sockets: TestSocket[] = [];
  let timers: { at: number; callback: () => void }[] = [];
  const returns = new Set<{ back: () => void; away?: (() => void) | undefined }>();
  let wall = Date.UTC(2026, 5, 1);
  let now = 1_000;
  let secrets = 0;

  function moveTo(time: number): void {
    wall += time - now;
    now = time;
  }

  return {
    sockets,
    get socket() {
      return sockets[sockets.length - 1]!;
    },
    WebSocket: class extends TestSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    },
    now: () => wall,
    monotonic: () => now,
    random: () => 0.5,
    later(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.push(timer);
      return () => void (timers = timers.filter((each) => each !== timer));
    },
    secret: () => `secret-${(secrets += 1)}`.padEnd(43, '-'),
    onReturn(back, away) {
      const each = { back, away };
      returns.add(each);
      return () => void returns.delete(each);
    },
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        moveTo(next.at);
        next.callback();
      }
      moveTo(until);
    },
    jump: (milliseconds) => void (wall += milliseconds),
    comeBack: () => returns.forEach(({ back }) => back()),
    goAway: () => returns.forEach(({ away }) => away?.()),
  };
}

/** Lets pending promises settle. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
