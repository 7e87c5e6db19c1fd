import '../strings/en-later.js';
import { AttachmentCard } from './attachment-card.js';
import { UploadList } from './upload-list.js';

if (!customElements.get('connect-chat-uploads')) {
  customElements.define('connect-chat-attachment', AttachmentCard);
  customElements.define('connect-chat-uploads', UploadList);
}

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-attachment': AttachmentCard;
    'connect-chat-uploads': UploadList;
  }
}
