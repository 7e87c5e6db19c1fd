import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import type { ChatError } from './chat-error.js';
import type { ChatStore } from './chat-store.js';
import type { ContactEvents } from './contact-channel.js';
import type { Environment } from './environment.js';
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

/** The events of a visitor's chat: those of its contact, and its own. */
export interface ChatSessionEvents extends ContactEvents {
  state(state: SessionState): void;
  /** The visitor's position in the queue: 1 is the next, of `size`; 0 when they wait no longer. */
  queue(place: { position: number; size: number }): void;
  /** An administrator changed the widget. */
  configuration(configuration: WidgetConfiguration): void;
  error(error: ChatError): void;
}
