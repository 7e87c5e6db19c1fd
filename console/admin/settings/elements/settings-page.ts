import { LitElement, css, html } from 'lit';
import type { ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';

/** @summary What applies to the whole installation, by section. */
export class SettingsPage extends LitElement {
  static override styles = [
    adminStyles,
    css`
      .sections > * {
        display: block;
        margin-bottom: 16px;
      }
    `,
  ];
  static override properties = { request: { attribute: false } };

  declare request: ServiceRequest;

  override render() {
    const { request } = this;
    return html`<div class="head"><h1 tabindex="-1">Settings</h1></div>
      <div class="sections">
        <connect-chat-status-reasons .request=${request}></connect-chat-status-reasons>
        <connect-chat-retention-form .request=${request}></connect-chat-retention-form>
        <connect-chat-audit-list .request=${request}></connect-chat-audit-list>
      </div>`;
  }
}
