import type { StartFrame } from '../shared/protocol/customer-frames.js';
import type { ChatSessionOptions } from './chat-session-options.js';

/** What starts a chat, asked of the website's page anew each time. Rejects where `authenticate` or `customerName` does. */
export async function createStartFrame(
  clientToken: string,
  options: ChatSessionOptions,
): Promise<StartFrame> {
  const { authenticate, customerName, contactAttributes, language, page } = options;
  const [token, displayName] = await Promise.all([authenticate?.(), customerName?.()]);
  const frame: StartFrame = {
    type: 'start',
    clientToken,
    token,
    displayName: displayName || undefined,
    attributes: contactAttributes?.(),
    page: page?.(),
    language,
    supportedMessagingContentTypes: options.supportedMessagingContentTypes?.(),
  };
  // JSON leaves out what is undefined, and the service takes its defaults.
  return frame;
}
