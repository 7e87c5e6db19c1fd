import { LitElement, html, nothing } from 'lit';
import { controls } from '../controls.styles.js';
import { chatIcon } from '../icons.js';
import { asRefusal, type ServiceRequest } from '../service-request.js';
import { theme } from '../theme.styles.js';
import { adminConsoleStyles } from './admin-console.styles.js';
import { adminStyles } from './admin.styles.js';
import { parseRoute, toHash, type Route } from './route.js';
import type { WidgetEditor } from './widgets/widget-editor.js';

/** Who is signed in, as `GET /api/session` says. */
interface Identity {
  agentId: string;
  username: string;
  displayName: string;
  role: string;
}

type Phase = 'initial' | 'unreachable' | 'signed-out' | 'not-allowed' | 'signed-in';

/**
 * @summary The administrator's pages: signs in, and shows the page of the address behind the #.
 */
export class AdminConsole extends LitElement {
  static override styles = [theme, controls, adminStyles, adminConsoleStyles];
  static override properties = {
    request: { attribute: false },
    phase: { state: true },
    identity: { state: true },
    route: { state: true },
    leaving: { state: true },
    notice: { state: true },
    problem: { state: true },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  declare protected phase: Phase;
  declare protected identity: Identity | undefined;
  declare protected route: Route;
  /** Where one wants to go, although something is not saved. */
  declare protected leaving: Route | undefined;
  declare protected notice: string;
  declare protected problem: string;

  constructor() {
    super();
    this.phase = 'initial';
    this.route = parseRoute(location.hash);
    this.notice = '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.handleRoute);
    void this.updateComplete.then(() => this.findOut());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.handleRoute);
  }

  private get editor(): WidgetEditor | null {
    return this.renderRoot.querySelector('connect-chat-widget-editor');
  }

  /** Asks who is signed in, and goes on from there. */
  private async findOut(): Promise<void> {
    try {
      this.identity = (await this.request('GET', '/api/session')) as Identity;
      this.notice = this.problem = '';
      this.phase = this.identity.role === 'admin' ? 'signed-in' : 'not-allowed';
    } catch (reason) {
      const refusal = asRefusal(reason);
      this.problem = refusal.message;
      this.phase = refusal.statusCode === 401 ? 'signed-out' : 'unreachable';
    }
  }

  private readonly handleRoute = (): void => {
    const next = parseRoute(location.hash);
    const { route } = this;
    const staysWithin = next.view === 'widget' && route.view === 'widget' && next.widgetId === route.widgetId;
    if (!staysWithin && this.editor?.isDirty) {
      // The address goes back to what is still shown, until it is said what becomes of the changes.
      history.replaceState(null, '', toHash(route));
      this.leaving = next;
      return;
    }
    this.route = next;
  };

  private leave(): void {
    const { leaving } = this;
    this.leaving = undefined;
    if (!leaving) return;
    this.route = leaving;
    history.pushState(null, '', toHash(leaving));
  }

  /** The pages' requests: a session that ends in between asks for signing in, above what is being edited. */
  private readonly ask: ServiceRequest = async (...words) => {
    try {
      return await this.request(...words);
    } catch (reason) {
      if (asRefusal(reason).code === 'NOT_SIGNED_IN') {
        this.notice = 'You were signed out. Sign in to go on: what you have typed is kept.';
        this.phase = 'signed-out';
      }
      throw reason;
    }
  };

  private async signOut(): Promise<void> {
    try {
      await this.request('DELETE', '/api/session');
    } catch (reason) {
      const refusal = asRefusal(reason);
      if (refusal.statusCode !== 401) {
        this.problem = refusal.message;
        return;
      }
    }
    this.identity = undefined;
    this.phase = 'signed-out';
  }

  override render() {
    const isOpen = this.identity?.role === 'admin';
    return html`${this.phase === 'signed-in' ? nothing : this.renderOutside()}
    ${isOpen ? this.renderInside(this.phase !== 'signed-in') : nothing}
    ${this.leaving ? this.renderLeaving() : nothing}`;
  }

  private renderOutside() {
    switch (this.phase) {
      case 'signed-out':
        return html`<connect-chat-staff-sign-in
          heading="Customise"
          lead="Sign in to set up your widgets."
          .request=${this.request}
          .notice=${this.notice}
          .username=${this.identity?.username ?? ''}
          @connect-chat-signed-in=${this.findOut}
        ></connect-chat-staff-sign-in>`;
      case 'unreachable':
        return html`<main class="alone">
          <h1>These pages can't start</h1>
          <p role="alert">${this.problem}</p>
          <button class="primary" @click=${this.findOut}>Try again</button>
        </main>`;
      case 'not-allowed':
        return html`<main class="alone">
          <h1>For administrators</h1>
          <p>Your account answers chats, and does not change widgets. An administrator can change that.</p>
          <p class="actions">
            <a href="/agent/">Go to the agent console</a>
            <button class="small" @click=${this.signOut}>Sign in as somebody else</button>
          </p>
        </main>`;
      default:
        return nothing;
    }
  }

  /** Hidden, not gone, while one signs in again: what was typed is still there. */
  private renderInside(isHidden: boolean) {
    const { route } = this;
    return html`<div ?hidden=${isHidden}>
      <header>
        <span class="mark">${chatIcon}</span>
        <nav aria-label="Main">
          ${this.renderLink('Widgets', { view: 'widgets' }, route.view !== 'accounts')}
          ${this.renderLink('Accounts', { view: 'accounts' }, route.view === 'accounts')}
          <a href="/agent/">Agent console</a>
        </nav>
        <span class="space"></span>
        <span class="who">${this.identity?.displayName}</span>
        <button class="quiet small" @click=${this.signOut}>Sign out</button>
      </header>
      <main>
        <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        ${this.renderView(route)}
      </main>
    </div>`;
  }

  private renderLink(name: string, route: Route, isCurrent: boolean) {
    return html`<a href=${toHash(route)} aria-current=${isCurrent ? 'page' : 'false'}>${name}</a>`;
  }

  private renderView(route: Route) {
    if (route.view === 'accounts')
      return html`<connect-chat-account-list
        .request=${this.ask}
        .ownId=${this.identity?.agentId ?? ''}
      ></connect-chat-account-list>`;
    if (route.view === 'widgets')
      return html`<connect-chat-widget-list .request=${this.ask}></connect-chat-widget-list>`;
    return html`<connect-chat-widget-editor
      .request=${this.ask}
      .widgetId=${route.widgetId}
      .step=${route.step}
    ></connect-chat-widget-editor>`;
  }

  private renderLeaving() {
    return html`<connect-chat-staff-dialog
      heading="Leave without saving?"
      @connect-chat-dismiss=${() => (this.leaving = undefined)}
    >
      <p>What you have changed is not saved yet.</p>
      <div class="actions end">
        <button type="button" class="bad" @click=${this.leave}>Leave without saving</button>
        <button type="button" class="primary" data-focus @click=${() => (this.leaving = undefined)}>
          Keep editing
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
