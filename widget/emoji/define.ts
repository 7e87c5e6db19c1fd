import { EmojiPicker } from './emoji-picker.js';

if (!customElements.get('connect-chat-emoji-picker'))
  customElements.define('connect-chat-emoji-picker', EmojiPicker);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-emoji-picker': EmojiPicker;
  }
}
