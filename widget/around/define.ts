import '../strings/en-later.js';
import { MessageForm } from './message-form.js';
import { SurveyForm } from './survey-form.js';

if (!customElements.get('connect-chat-message-form'))
  customElements.define('connect-chat-message-form', MessageForm);
if (!customElements.get('connect-chat-survey')) customElements.define('connect-chat-survey', SurveyForm);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-message-form': MessageForm;
    'connect-chat-survey': SurveyForm;
  }
}
