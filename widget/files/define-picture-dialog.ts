import '../strings/en-later.js';
import { PictureDialog } from './picture-dialog.js';

if (!customElements.get('connect-chat-picture')) customElements.define('connect-chat-picture', PictureDialog);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-picture': PictureDialog;
  }
}
