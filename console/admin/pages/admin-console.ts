import { LitElement, html, nothing } from 'lit';
import type { ServiceRequest } from '../../request/service-request.js';
import { aloneStyles } from '../../sign-in/alone.styles.js';
import { renderUnreachable } from '../../sign-in/render-unreachable.js';
import { StaffSession } from '../../sign-in/staff-session.js';
import { LoadedModel } from '../../state/loaded-model.js';
import { controls } from '../../theme/controls.styles.js';
import { pageHeader } from '../../theme/page-header.styles.js';
import { theme } from '../../theme/theme.styles.js';
import { adminStyles } from '../theme/admin.styles.js';
import type { QueueEditor } from '../queues/elements/queue-editor.js';
import type { WidgetEditor } from '../widgets/editor/widget-editor.js';
import { Address } from './address.js';
import { adminConsoleStyles } from './admin-console.styles.js';
import { renderLeaving } from './render-leaving.js';
import { renderNotAllowed } from './render-not-allowed.js';
import { renderPage } from './render-page.js';

const editors = 'connect-chat-widget-editor, connect-chat-queue-editor';

/** @summary The administrator's pages: signs in, and shows the page that the hash names. */
export class AdminConsole extends LitElement {
  static override styles = [theme, controls, adminStyles, pageHeader, aloneStyles, adminConsoleStyles];
  static override properties = { request: { attribute: false } };

  /** Sends requests to the service. */
  declare request: ServiceRequest;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () =>
      new StaffSession({
        request: this.request,
        isAllowed: ({ role }) => role !== 'agent',
        endedNotice: 'You were signed out. Sign in to continue. Your changes are still here.',
      }),
  });
  private readonly address = new Address(this, () =>
    [...this.renderRoot.querySelectorAll<WidgetEditor | QueueEditor>(editors)].some(({ isDirty }) => isDirty),
  );

  private get session(): StaffSession {
    return this.model.value;
  }

  private readonly load = (): void => void this.session.load();
  private readonly signOut = (): void => void this.session.signOut();

  override render() {
    const { phase, identity } = this.session.snapshot;
    return html`${phase === 'signed-in' ? nothing : this.renderOutside()}
    ${identity && identity.role !== 'agent' ? this.renderInside(phase !== 'signed-in') : nothing}
    ${
      this.address.isAsking
        ? renderLeaving({ onLeave: () => this.address.leave(), onStay: () => this.address.stay() })
        : nothing
    }`;
  }

  private renderOutside() {
    const { phase, problem } = this.session.snapshot;
    switch (phase) {
      case 'signed-out':
        return this.renderSignIn();
      case 'unreachable':
        return renderUnreachable({ heading: 'Something went wrong', problem, onRetry: this.load });
      case 'not-allowed':
        return renderNotAllowed(this.signOut);
      default:
        return nothing;
    }
  }

  private renderSignIn() {
    const { notice, identity } = this.session.snapshot;
    return html`<connect-chat-staff-sign-in
      heading="Customise"
      lead="Sign in to manage your widgets."
      .request=${this.request}
      .notice=${notice}
      .username=${identity?.username ?? ''}
      @connect-chat-signed-in=${this.load}
    ></connect-chat-staff-sign-in>`;
  }

  /** Hides the page during a new sign-in instead of removing it, so that unsaved input is kept. */
  private renderInside(isHidden: boolean) {
    return html`<div ?hidden=${isHidden}>
      ${renderPage({
        route: this.address.route,
        staff: this.session.snapshot,
        request: this.session.ask,
        onSignOut: this.signOut,
      })}
    </div>`;
  }
}
