import '../strings/en-later.js';
import { SurveyForm } from './survey-form.js';

if (!customElements.get('connect-chat-survey')) customElements.define('connect-chat-survey', SurveyForm);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-survey': SurveyForm;
  }
}
