import { ChatSession } from '../../client/chat-session.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import * as clientLimits from '../../shared/client-limits.js';

/** What a page says about its visitor and the chat. It may change until the chat starts. */
export interface ChatStart {
  readonly address: WidgetAddress;
  readonly language: string | undefined;
  readonly authenticate: (() => Promise<string>) | undefined;
  readonly customerName: string | (() => Promise<string | undefined>) | undefined;
  readonly contactAttributes: Record<string, string> | undefined;
  readonly supportedMessagingContentTypes: string[] | undefined;
  readonly chatDurationInMinutes: number | undefined;
  readonly startElsewhere: (() => Promise<string>) | undefined;
}

/** Opens the chat session of an element, and reads the element's values at each start. */
export function openSession(widget: ChatStart): ChatSession {
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

async function nameOfCustomer({ customerName }: ChatStart): Promise<string | undefined> {
  const name = typeof customerName === 'function' ? await customerName() : customerName;
  const most = clientLimits.displayNameCharacters;
  if (name === undefined || (typeof name === 'string' && name.length >= 1 && name.length <= most))
    return name;
  console.error(`Invalid customerDisplayName provided: it takes a text of 1 to ${most} characters.`);
  return undefined;
}
