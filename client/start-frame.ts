import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { ChatSessionOptions } from './chat-session-options.js';
import type { KeptChat } from './kept-chat.js';

/** What starts a chat, asked of the website's page anew each time. Rejects where `authenticate` or `customerName` does. */
export async function createStartFrame(
  { startToken, answers, leftMessage }: KeptChat,
  options: ChatSessionOptions,
): Promise<StartFrame> {
  const { authenticate, customerName, contactAttributes, language, page } = options;
  const [token, displayName] = await Promise.all([authenticate?.(), customerName?.()]);
  const frame: StartFrame = {
    type: 'start',
    clientToken: startToken,
    token,
    displayName: displayName || undefined,
    attributes: answers ? { ...contactAttributes?.(), ...answers } : contactAttributes?.(),
    page: page?.(),
    language,
    leftMessage,
    chatDurationInMinutes: options.chatDurationInMinutes?.(),
    supportedMessagingContentTypes: options.supportedMessagingContentTypes?.(),
  };
  // JSON leaves out what is undefined, and the service takes its defaults.
  return frame;
}
