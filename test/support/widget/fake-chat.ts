/**
 * Why: tests of the widget need a service whose answers they control. Answers requests for the configuration, and is
 * the other end of the widget's sockets. Extend with whatever else the widget requests.
 */
import type { AwayReason } from '../../../shared/away.js';
import { themeColours } from '../../../shared/theme-colours.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { contentTypes } from '../../../shared/content-types.js';
import { TestSocket } from '../client/test-environment.js';
import { happened, said } from './items.js';

type Frame = Record<string, unknown> & { type: string };

export interface FakeChat {
  readonly sockets: TestSocket[];
  /** Sets the response to requests for the configuration. */
  answer(status: number, body: object): void;
  /** Sets whether visitors can only leave a message, and why. */
  leave(reason: AwayReason): void;
  /** Resolves with the next frame of this type from the widget. */
  heard(type: string): Promise<Frame>;
  /** Answers the widget's `start`, and resolves with it. */
  started(): Promise<Frame>;
  refuse(code: string): Promise<void>;
  /** Breaks the connection. */
  drop(): void;
  /** Answers the widget's `resume`. */
  resume(): void;
  acknowledge(content: string, seq: number): Promise<void>;
  /** Sets the visitor's position in the queue; 0 when they no longer wait. */
  place(position: number, size: number, waitMinutes?: number): void;
  /** Sends a message of the agent. */
  say(seq: number, content: string): void;
  end(seq: number): void;
  /** Sends any other frame of the service. */
  tell(frame: Frame): void;
  restore(): void;
}

const icon = { backgroundColor: '#aa0000', color: '#ffffff' };
export const fakeConfiguration: WidgetConfiguration = {
  widgetId: 'w1',
  theme: {
    font: 'sans-serif',
    ...themeColours,
    openIcon: icon,
    closeIcon: icon,
    logoUrl: '',
    launcherPosition: 'right',
    launcherSize: 58,
    colorScheme: 'auto',
  },
  texts: { title: 'Chat with us', welcome: 'Welcome', launcher: 'Start chat', labels: {} },
  language: 'en',
  startOn: 'open',
  features: {
    attachments: true,
    composer: true,
    confirmEnd: true,
    emoji: true,
    names: true,
    queuePosition: true,
    sound: true,
    transcript: true,
    unreadInTitle: false,
  },
  preChat: [],
  takesMessages: false,
  survey: { kind: 'OFF', question: '', comment: true },
  security: { required: false },
};

export function createFakeChat(serviceUrl: string): FakeChat {
  const { fetch, WebSocket } = window;
  const sockets: TestSocket[] = [];
  const waiting: { type: string; resolve: (frame: Frame) => void }[] = [];
  const frames: Frame[] = [];
  let status = 200;
  let body: object = fakeConfiguration;
  let away: AwayReason = null;

  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(serviceUrl)) return fetch(input, init);
    if (url.endsWith('/availability')) return Promise.resolve(Response.json({ away }));
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  class FakeSocket extends TestSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
      queueMicrotask(() => this.open());
    }
    override send(text: string): void {
      const frame = JSON.parse(text) as Frame;
      const index = waiting.findIndex(({ type }) => type === frame.type);
      if (index < 0) frames.push(frame);
      else waiting.splice(index, 1)[0]!.resolve(frame);
    }
  }
  // The test runner's own socket must stay a real one.
  window.WebSocket = new Proxy(WebSocket, {
    construct: (original, [url]: [string]) =>
      url.startsWith(serviceUrl.replace('http', 'ws')) ? new FakeSocket(url) : new original(url),
  });

  const socket = (): TestSocket => sockets[sockets.length - 1]!;
  const heard = (type: string): Promise<Frame> => {
    const index = frames.findIndex((frame) => frame.type === type);
    if (index >= 0) return Promise.resolve(frames.splice(index, 1)[0]!);
    return new Promise((resolve) => waiting.push({ type, resolve }));
  };
  const time = new Date(Date.UTC(2026, 5, 1)).toISOString();

  return {
    sockets,
    heard,
    answer: (nextStatus, nextBody) => void ((status = nextStatus), (body = nextBody)),
    leave: (reason) => void (away = reason),
    async started() {
      const start = await heard('start');
      const participant = { participantId: 'visitor', displayName: 'Cleo' };
      socket().say({ type: 'started', contactId: 'k1', participantToken: 'k1.secret', ...participant });
      return start;
    },
    drop: () => socket().drop(),
    resume: () =>
      socket().say({
        type: 'resumed',
        contactId: 'k1',
        participantId: 'visitor',
        displayName: 'Cleo',
        lastSeq: 1,
      }),
    async refuse(code) {
      await heard('start');
      socket().say({ type: 'error', code, message: 'No.' });
    },
    async acknowledge(content, seq) {
      for (;;) {
        const message = await heard('message');
        if (message.content !== content) continue;
        const { clientToken } = message;
        return socket().say({ type: 'ack', clientToken, seq, id: `k1.${seq}`, absoluteTime: time });
      }
    },
    place: (position, size, waitMinutes) =>
      socket().say({ type: 'queue', position, size, ...(waitMinutes && { waitMinutes }) }),
    say: (seq, content) => socket().say({ type: 'item', item: said(seq, content) }),
    end: (seq) =>
      socket().say({
        type: 'item',
        item: happened(seq, 'ended', { contentType: contentTypes.ended, participantId: null }),
      }),
    tell: (frame) => socket().say(frame),
    restore: () => Object.assign(window, { fetch, WebSocket }),
  };
}
