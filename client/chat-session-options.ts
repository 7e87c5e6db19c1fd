import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import type { ChatError } from './chat-error.js';
import type { ChatStore } from './chat-store.js';
import type { Environment } from './environment.js';
import type { OutgoingMessage } from './outgoing.js';
import type { SessionState } from './session-state.js';

/** What a chat starts with. Everything that is a function is asked at each start. */
export interface ChatSessionOptions {
  /** The service's origin, without a slash at the end. */
  serviceUrl: string;
  widgetId: string;
  /** Gives the website's JSON Web Token; never called twice at once. */
  authenticate?: () => Promise<string | undefined>;
  customerName?: () => Promise<string | undefined>;
  contactAttributes?: () => Record<string, string> | undefined;
  language?: string | undefined;
  supportedMessagingContentTypes?: () => string[] | undefined;
  /** Minutes after which the chat ends by itself. */
  chatDurationInMinutes?: () => number | undefined;
  /** Starts the chat by other means than this socket; gives its participant token. */
  startElsewhere?: (() => Promise<string>) | undefined;
  page?: () => StartFrame['page'];
  /** Where the chat is kept; the browser's own storage if left out. */
  store?: ChatStore;
  environment?: Partial<Environment>;
}

export interface ChatSessionEvents {
  state(state: SessionState): void;
  /** New items, in order, each once; `isLive` is false for what was said before this page heard it. */
  items(added: readonly TranscriptItem[], isLive: boolean): void;
  /** The messages that are not stored yet changed. */
  outbox(waiting: readonly OutgoingMessage[]): void;
  typing(typing: { participantId: string; displayName: string }): void;
  /** Somebody received or read up to these numbers. */
  receipt(receipt: { participantId: string; delivered: number; read: number }): void;
  /** Where the visitor waits for an agent: 1 is the next, of `size`; 0 once they wait no longer. */
  queue(place: { position: number; size: number }): void;
  /** The widget was changed. */
  configuration(configuration: WidgetConfiguration): void;
  error(error: ChatError): void;
}
