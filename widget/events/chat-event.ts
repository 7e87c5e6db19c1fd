import type { TranscriptItem } from '../../shared/transcript-item.js';

/** What `<connect-chat-widget>` tells its page: `detail` by event. */
export interface ChatEventDetails {
  /** The configuration is there, and the launcher can be seen. */
  'connect-chat-ready': { widgetId: string };
  'connect-chat-open': undefined;
  'connect-chat-close': undefined;
  /** A chat is under way: started, or continued by this page. */
  'connect-chat-start': { contactId: string };
  /** The connection of a chat is there, or was lost and comes back by itself. */
  'connect-chat-connection': {
    isConnected: boolean;
    contactId: string | undefined;
    participantId: string | undefined;
  };
  /** Somebody joined or left. */
  'connect-chat-participant': { item: TranscriptItem; isPresent: boolean };
  /** Somebody said something, the visitor too. Not told again for what was said before this page. */
  'connect-chat-message': TranscriptItem;
  /** How many messages the visitor has not seen. */
  'connect-chat-unread': { count: number };
  'connect-chat-end': { contactId: string | undefined };
  /** Something was refused, by a stable code of docs/reference/errors.md. */
  'connect-chat-error': { code: string; message: string };
}

/** An event that leaves the widget: it bubbles and crosses shadow roots. */
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
