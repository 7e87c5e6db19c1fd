import { Panel } from '../elements/panel/panel.js';
import '../elements/define.js';

// Everything that is needed once a visitor shows the wish to talk, and not before.
export { Conversation } from './conversation.js';
export { openSession } from './open-session.js';

if (!customElements.get('connect-chat-panel')) customElements.define('connect-chat-panel', Panel);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-panel': Panel;
  }
}
