import { PlainText } from './plain-text.js';

if (!customElements.get('connect-chat-text')) customElements.define('connect-chat-text', PlainText);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-text': PlainText;
  }
}
