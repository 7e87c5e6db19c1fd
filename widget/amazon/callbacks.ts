import type { ChatEventDetails } from '../events/chat-event.js';

/** A handler of the page: it receives the event's name and its details. */
type Handler = (name: string, happening: { chatDetails: ChatDetails; data: unknown }) => void;
interface ChatDetails {
  contactId: string | undefined;
  participantId: string | undefined;
}
export type Handlers = Partial<Record<string, Handler>>;

/**
 * Calls a page's handlers as Amazon Connect's `registerCallback` does. They do not receive the participant token: it
 * gives access to the chat, and no page needs it here.
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
