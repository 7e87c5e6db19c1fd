import { ConnectChatWidget } from './connect-chat-widget.js';

export { ConnectChatWidget };
/** Loads the code that executes the calls of Amazon Connect's snippet. */
export const takeAmazonCalls = () => import('./amazon/take-calls.js');

ConnectChatWidget.defaultServiceUrl = new URL(import.meta.url).origin;
// A page may load the script twice: by its tag and by a snippet.
if (!customElements.get('connect-chat-widget'))
  customElements.define('connect-chat-widget', ConnectChatWidget);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-widget': ConnectChatWidget;
  }
}
