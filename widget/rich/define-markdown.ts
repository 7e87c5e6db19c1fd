import { MarkdownText } from './markdown.js';

if (!customElements.get('connect-chat-markdown'))
  customElements.define('connect-chat-markdown', MarkdownText);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-markdown': MarkdownText;
  }
}
