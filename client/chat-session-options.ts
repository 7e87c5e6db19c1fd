import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import type { ChatError } from './chat-error.js';
import type { ChatStore } from './chat-store.js';
import type { Environment } from './environment.js';
import type { OutgoingMessage } from './outgoing.js';
import type { SessionState } from './session-state.js';

/** What a chat starts with. The functions are called at each start. */
export interface ChatSessionOptions {
  /** The service's origin, without a slash at the end. */
  serviceUrl: string;
  widgetId: string;
  /** Returns the website's JSON Web Token. It is never called twice at once. */
  authenticate?: () => Promise<string | undefined>;
  customerName?: () => Promise<string | undefined>;
  contactAttributes?: () => Record<string, string> | undefined;
  language?: string | undefined;
  supportedMessagingContentTypes?: () => string[] | undefined;
  /** Minutes after which the service ends the chat. */
  chatDurationInMinutes?: () => number | undefined;
  /** Starts the chat by other means than this socket; returns its participant token. */
  startElsewhere?: (() => Promise<string>) | undefined;
  page?: () => StartFrame['page'];
  /** Where the chat is stored; the browser's own storage by default. */
  store?: ChatStore;
  environment?: Partial<Environment>;
}

export interface ChatSessionEvents {
  state(state: SessionState): void;
  /** New items, in order, each once. `isLive` is false for items from before this page connected. */
  items(added: readonly TranscriptItem[], isLive: boolean): void;
  /** The list of messages that are not stored yet has changed. */
  outbox(waiting: readonly OutgoingMessage[]): void;
  typing(typing: { participantId: string; displayName: string }): void;
  /** A participant received or read up to these numbers. */
  receipt(receipt: { participantId: string; delivered: number; read: number }): void;
  /**
   * The visitor's position in the queue: 1 is the next, of `size`; 0 when they wait no longer. `waitMinutes` is
   * left out if it is not known.
   */
  queue(place: { position: number; size: number; waitMinutes?: number }): void;
  /** An administrator changed the widget. */
  configuration(configuration: WidgetConfiguration): void;
  error(error: ChatError): void;
}
