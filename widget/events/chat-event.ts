import type { TranscriptItem } from '../../shared/transcript-item.js';

/** The events of `<connect-chat-widget>` with the types of their `detail`. */
export interface ChatEventDetails {
  /** The configuration has arrived, and the launcher is visible. */
  'connect-chat-ready': { widgetId: string };
  'connect-chat-open': undefined;
  'connect-chat-close': undefined;
  /** This page started or continued a chat. */
  'connect-chat-start': { contactId: string };
  /** The connection was established, or lost; the widget reconnects by itself. */
  'connect-chat-connection': {
    isConnected: boolean;
    contactId: string | undefined;
    participantId: string | undefined;
  };
  /** A participant joined or left. */
  'connect-chat-participant': { item: TranscriptItem; isPresent: boolean };
  /** A participant, or the visitor, sent a message. Messages from before this page are not reported. */
  'connect-chat-message': TranscriptItem;
  /** The number of messages that the visitor has not seen. */
  'connect-chat-unread': { count: number };
  'connect-chat-end': { contactId: string | undefined };
  /** The service refused something, with a code of docs/reference/errors.md. */
  'connect-chat-error': { code: string; message: string };
}

/** An event for the page: it bubbles and crosses shadow roots. */
export class ChatEvent<Name extends keyof ChatEventDetails> extends CustomEvent<ChatEventDetails[Name]> {
  constructor(name: Name, detail: ChatEventDetails[Name]) {
    super(name, { bubbles: true, composed: true, detail });
  }
}

/** Dispatches a {@link ChatEvent} on the element. */
export const dispatchChatEvent = <Name extends keyof ChatEventDetails>(
  element: EventTarget,
  name: Name,
  detail: ChatEventDetails[Name],
): boolean => element.dispatchEvent(new ChatEvent(name, detail));

declare global {
  interface HTMLElementEventMap {
    'connect-chat-ready': ChatEvent<'connect-chat-ready'>;
    'connect-chat-open': ChatEvent<'connect-chat-open'>;
    'connect-chat-close': ChatEvent<'connect-chat-close'>;
    'connect-chat-start': ChatEvent<'connect-chat-start'>;
    'connect-chat-connection': ChatEvent<'connect-chat-connection'>;
    'connect-chat-participant': ChatEvent<'connect-chat-participant'>;
    'connect-chat-message': ChatEvent<'connect-chat-message'>;
    'connect-chat-unread': ChatEvent<'connect-chat-unread'>;
    'connect-chat-end': ChatEvent<'connect-chat-end'>;
    'connect-chat-error': ChatEvent<'connect-chat-error'>;
  }
}
