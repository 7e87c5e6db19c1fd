import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { ChatSessionOptions } from './chat-session-options.js';
import type { KeptChat } from './kept-chat.js';

/**
 * Builds the `start` frame; asks the page for its values each time. Rejects if `authenticate` or `customerName` does.
 */
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
  // JSON omits undefined members; the service then uses its defaults.
  return frame;
}
