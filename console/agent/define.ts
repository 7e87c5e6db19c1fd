import '../sign-in/define.js';
import { AgentBar } from './elements/agent-bar.js';
import { AgentConsole } from './elements/agent-console.js';
import { AgentDesk } from './elements/agent-desk.js';
import { ChatColumn } from './elements/chat-column.js';
import { ChatList } from './elements/chat-list.js';
import { ContactDetails } from './elements/contact-details.js';
import { DeskNotices } from './elements/desk-notices.js';
import { EmptyDesk } from './elements/empty-desk.js';
import { FirstChat } from './elements/first-chat.js';
import { OfferCard } from './elements/offer-card.js';

customElements.define('connect-chat-contact-details', ContactDetails);
customElements.define('connect-chat-offer-card', OfferCard);
customElements.define('connect-chat-chat-list', ChatList);
customElements.define('connect-chat-chat-column', ChatColumn);
customElements.define('connect-chat-agent-bar', AgentBar);
customElements.define('connect-chat-desk-notices', DeskNotices);
customElements.define('connect-chat-first-chat', FirstChat);
customElements.define('connect-chat-empty-desk', EmptyDesk);
customElements.define('connect-chat-agent-desk', AgentDesk);
customElements.define('connect-chat-agent-console', AgentConsole);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-contact-details': ContactDetails;
    'connect-chat-offer-card': OfferCard;
    'connect-chat-chat-list': ChatList;
    'connect-chat-chat-column': ChatColumn;
    'connect-chat-agent-bar': AgentBar;
    'connect-chat-desk-notices': DeskNotices;
    'connect-chat-first-chat': FirstChat;
    'connect-chat-empty-desk': EmptyDesk;
    'connect-chat-agent-desk': AgentDesk;
    'connect-chat-agent-console': AgentConsole;
  }
}
