import '../strings/en-later.js';
import { Menu } from './menu.js';

if (!customElements.get('connect-chat-menu')) customElements.define('connect-chat-menu', Menu);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-menu': Menu;
  }
}
