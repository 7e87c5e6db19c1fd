import { pagePictures } from '../../widget/rich/page-pictures.js';
import '../sign-in/define.js';
import { AgentBar } from './elements/desk/agent-bar.js';
import { AgentConsole } from './pages/agent-console.js';
import { AgentDesk } from './elements/desk/agent-desk.js';
import { AgentTranscript } from './elements/conversation/agent-transcript.js';
import { ChatColumn } from './elements/conversation/chat-column.js';
import { ChatColumns } from './elements/conversation/chat-columns.js';
import { ChatList } from './elements/inbox/chat-list.js';
import { ContactDetails } from './elements/context/contact-details.js';
import { CustomerPanel } from './elements/context/customer-panel.js';
import { DeskNotices } from './elements/desk/desk-notices.js';
import { DeskQuestion } from './elements/desk/desk-question.js';
import { EmptyDesk } from './elements/conversation/empty-desk.js';
import { FirstChat } from './elements/conversation/first-chat.js';
import { OfferCard } from './elements/inbox/offer-card.js';
import { OfferList } from './elements/inbox/offer-list.js';
import { ReplyPicker } from './elements/canned-replies/reply-picker.js';
import { CommandPalette } from './elements/palette/command-palette.js';
import { KeyList } from './elements/palette/key-list.js';
import { NoteEditor } from './elements/notes/note-editor.js';
import { OfferPreview } from './elements/transfer/offer-preview.js';
import { WrapUpForm } from './elements/wrap-up/wrap-up-form.js';
import { TransferDialog } from './elements/transfer/transfer-dialog.js';

customElements.define('connect-chat-contact-details', ContactDetails);
customElements.define('connect-chat-offer-card', OfferCard);
customElements.define('connect-chat-offer-list', OfferList);
customElements.define('connect-chat-chat-list', ChatList);
customElements.define('connect-chat-agent-transcript', AgentTranscript);
customElements.define('connect-chat-reply-picker', ReplyPicker);
customElements.define('connect-chat-command-palette', CommandPalette);
customElements.define('connect-chat-key-list', KeyList);
customElements.define('connect-chat-wrap-up-form', WrapUpForm);
customElements.define('connect-chat-note-editor', NoteEditor);
customElements.define('connect-chat-transfer-dialog', TransferDialog);
customElements.define('connect-chat-offer-preview', OfferPreview);
customElements.define('connect-chat-chat-column', ChatColumn);
customElements.define('connect-chat-chat-columns', ChatColumns);
customElements.define('connect-chat-customer-panel', CustomerPanel);
customElements.define('connect-chat-agent-bar', AgentBar);
customElements.define('connect-chat-desk-notices', DeskNotices);
customElements.define('connect-chat-first-chat', FirstChat);
customElements.define('connect-chat-desk-question', DeskQuestion);
customElements.define('connect-chat-empty-desk', EmptyDesk);
customElements.define('connect-chat-agent-desk', AgentDesk);
customElements.define('connect-chat-agent-console', AgentConsole);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-contact-details': ContactDetails;
    'connect-chat-offer-card': OfferCard;
    'connect-chat-offer-list': OfferList;
    'connect-chat-chat-list': ChatList;
    'connect-chat-agent-transcript': AgentTranscript;
    'connect-chat-reply-picker': ReplyPicker;
    'connect-chat-command-palette': CommandPalette;
    'connect-chat-key-list': KeyList;
    'connect-chat-wrap-up-form': WrapUpForm;
    'connect-chat-note-editor': NoteEditor;
    'connect-chat-transfer-dialog': TransferDialog;
    'connect-chat-offer-preview': OfferPreview;
    'connect-chat-chat-column': ChatColumn;
    'connect-chat-chat-columns': ChatColumns;
    'connect-chat-customer-panel': CustomerPanel;
    'connect-chat-agent-bar': AgentBar;
    'connect-chat-desk-notices': DeskNotices;
    'connect-chat-first-chat': FirstChat;
    'connect-chat-desk-question': DeskQuestion;
    'connect-chat-empty-desk': EmptyDesk;
    'connect-chat-agent-desk': AgentDesk;
    'connect-chat-agent-console': AgentConsole;
  }
}

// The console's Content-Security-Policy blocks pictures from other hosts, so they are rendered as links.
pagePictures.areShown = false;
