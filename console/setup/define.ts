import { SetupPage } from './setup-page.js';

customElements.define('connect-chat-setup-page', SetupPage);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-setup-page': SetupPage;
  }
}
