import { StaffDialog } from './staff-dialog.js';

customElements.define('connect-chat-staff-dialog', StaffDialog);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-staff-dialog': StaffDialog;
  }
}
