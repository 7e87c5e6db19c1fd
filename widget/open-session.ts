import { clientLimits } from '../shared/client-limits.js';
import { ChatSession } from '../client/chat-session.js';
import type { ConnectChatWidget } from './connect-chat-widget.js';

/** Opens the chat session of an element. What it starts with is asked at each start: the page may set it until then. */
export function openSession(widget: ConnectChatWidget): ChatSession {
  return new ChatSession({
    ...widget.address,
    language: widget.language,
    authenticate: async () => widget.authenticate?.(),
    customerName: () => nameOfCustomer(widget),
    contactAttributes: () => widget.contactAttributes,
    supportedMessagingContentTypes: () => widget.supportedMessagingContentTypes,
    chatDurationInMinutes: () => widget.chatDurationInMinutes,
    startElsewhere: widget.startElsewhere,
    page: () => ({
      url: location.href.slice(0, 2048),
      title: document.title.slice(0, 512),
      referrer: document.referrer.slice(0, 2048),
    }),
  });
}

async function nameOfCustomer({ customerName }: ConnectChatWidget): Promise<string | undefined> {
  const name = typeof customerName === 'function' ? await customerName() : customerName;
  const most = clientLimits.displayNameCharacters;
  if (name === undefined || (typeof name === 'string' && name.length >= 1 && name.length <= most))
    return name;
  console.error(`Invalid customerDisplayName provided: it takes a text of 1 to ${most} characters.`);
  return undefined;
}
