import { StaffSignIn } from './staff-sign-in.js';

customElements.define('connect-chat-staff-sign-in', StaffSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-staff-sign-in': StaffSignIn;
  }
}
