import type { ChatEventDetails } from '../events/chat-event.js';

/** One of the page's handlers: the event's name, and what it is about. */
type Handler = (name: string, happening: { chatDetails: ChatDetails; data: unknown }) => void;
interface ChatDetails {
  contactId: string | undefined;
  participantId: string | undefined;
}
export type Handlers = Partial<Record<string, Handler>>;

/**
 * Tells a page's handlers what happens, in the words of Amazon Connect's `registerCallback`. The participant token is not
 * among it: it opens the chat to whoever reads it, and no page needs it here.
 */
export function tellHandlers(element: HTMLElement, handlers: Handlers): void {
  const chatDetails: ChatDetails = { contactId: undefined, participantId: undefined };
  let hasFailed = false;
  const tell = (name: string, data: unknown = {}): void => {
    if (Object.prototype.hasOwnProperty.call(handlers, name)) handlers[name]!(name, { chatDetails, data });
  };
  function on<Name extends keyof ChatEventDetails>(
    name: Name,
    listener: (detail: ChatEventDetails[Name]) => void,
  ): void {
    element.addEventListener(name, (event) =>
      listener((event as unknown as CustomEvent<ChatEventDetails[Name]>).detail),
    );
  }
  on('connect-chat-connection', ({ isConnected, ...details }) => {
    Object.assign(chatDetails, details);
    hasFailed = false;
    tell(isConnected ? 'CONNECTION_ESTABLISHED' : 'CONNECTION_LOST');
  });
  on('connect-chat-participant', ({ item, isPresent }) =>
    tell(isPresent ? 'PARTICIPANT_JOINED' : 'PARTICIPANT_LEFT', item),
  );
  on('connect-chat-end', () => tell('CHAT_ENDED'));
  on('connect-chat-error', () => void (hasFailed = true));
  on('connect-chat-close', () =>
    tell('WIDGET_FRAME_CLOSED', { status: hasFailed ? 'error_chat' : 'close_chat' }),
  );
}
