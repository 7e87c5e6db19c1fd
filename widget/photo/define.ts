import { Photo } from './photo.js';

if (!customElements.get('connect-chat-photo')) customElements.define('connect-chat-photo', Photo);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-photo': Photo;
  }
}
