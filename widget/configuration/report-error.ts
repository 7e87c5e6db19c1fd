import type { ChatError } from '../../client/chat-error.js';
import { dispatchChatEvent } from '../events/chat-event.js';

/** Dispatches `connect-chat-error`, and tells developers on the console what to check. Returns the error. */
export function reportError(element: HTMLElement, error: ChatError): ChatError {
  const { code, message } = error;
  // Browsers hide the response to an origin that is not registered: it looks the same as a service that is unreachable.
  const isRefused = code === 'ORIGIN_REFUSED' || code === 'UNREACHABLE';
  const hint = isRefused ? ` Is ${location.origin} among the domains of the widget?` : '';
  console.warn(`Connect Chat: ${message}${hint} (${code})`);
  dispatchChatEvent(element, 'connect-chat-error', { code, message });
  return error;
}
