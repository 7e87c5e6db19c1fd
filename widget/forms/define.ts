import '../strings/en-later.js';
import { PreChatForm } from './pre-chat-form.js';

export { openQuestions } from './open-questions.js';

if (!customElements.get('connect-chat-pre-chat-form'))
  customElements.define('connect-chat-pre-chat-form', PreChatForm);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-pre-chat-form': PreChatForm;
  }
}
