import '../strings/en-later.js';
import { MessageForm } from './message-form.js';

if (!customElements.get('connect-chat-message-form'))
  customElements.define('connect-chat-message-form', MessageForm);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-message-form': MessageForm;
  }
}
