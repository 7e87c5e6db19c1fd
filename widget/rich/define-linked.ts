import { Linked } from './linked.js';

if (!customElements.get('connect-chat-linked')) customElements.define('connect-chat-linked', Linked);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-linked': Linked;
  }
}
