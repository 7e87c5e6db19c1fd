import '../strings/en-later.js';
import { InteractiveMessage } from './interactive.js';

if (!customElements.get('connect-chat-interactive'))
  customElements.define('connect-chat-interactive', InteractiveMessage);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-interactive': InteractiveMessage;
  }
}
