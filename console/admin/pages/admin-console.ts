import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { controls } from '../../theme/controls.styles.js';
import { chatIcon } from '../../theme/icons.js';
import type { ServiceRequest } from '../../request/service-request.js';
import { pageHeader } from '../../theme/page-header.styles.js';
import { theme } from '../../theme/theme.styles.js';
import { adminConsoleStyles } from './admin-console.styles.js';
import { AdminSession } from './admin-session.js';
import { adminStyles } from '../theme/admin.styles.js';
import { parseRoute, toHash, type Route } from '../state/route.js';
import type { WidgetEditor } from '../widgets/editor/widget-editor.js';

/**
 * @summary The administrator's pages: signs in, and shows the page that the address names after its #.
 */
export class AdminConsole extends LitElement {
  static override styles = [theme, controls, adminStyles, pageHeader, adminConsoleStyles];
  static override properties = {
    request: { attribute: false },
    route: { state: true },
    leaving: { state: true },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  declare protected route: Route;
  /** The page to go to once it is decided what becomes of unsaved changes. */
  declare protected leaving: Route | undefined;
  private session: AdminSession | undefined;
  private undo: (() => void) | undefined;

  constructor() {
    super();
    this.route = parseRoute(location.hash);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.handleRoute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.handleRoute);
    this.undo?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('request')) return;
    this.undo?.();
    this.session = new AdminSession(this.request);
    this.undo = this.session.onChange(() => this.requestUpdate());
    void this.session.findOut();
  }

  private get editor(): WidgetEditor | null {
    return this.renderRoot.querySelector('connect-chat-widget-editor');
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

  override render() {
    const { session } = this;
    if (!session) return nothing;
    const isInside = session.phase === 'signed-in';
    return html`${isInside ? nothing : this.renderOutside(session)}
    ${session.isOpen ? this.renderInside(session, !isInside) : nothing}
    ${this.leaving ? this.renderLeaving() : nothing}`;
  }

  private renderOutside(session: AdminSession) {
    const findOut = () => session.findOut();
    const signOut = () => session.signOut();
    switch (session.phase) {
      case 'signed-out':
        return html`<connect-chat-staff-sign-in
          heading="Customise"
          lead="Sign in to manage your widgets."
          .request=${this.request}
          .notice=${session.notice}
          .username=${session.identity?.username ?? ''}
          @connect-chat-signed-in=${findOut}
        ></connect-chat-staff-sign-in>`;
      case 'unreachable':
        return html`<main class="alone">
          <h1>Something went wrong</h1>
          <p role="alert">${session.problem}</p>
          <button class="primary" @click=${findOut}>Try again</button>
        </main>`;
      case 'not-allowed':
        return html`<main class="alone">
          <h1>Administrators only</h1>
          <p>You don’t have permission to manage widgets. Ask an administrator for access.</p>
          <p class="actions">
            <a href="/agent/">Open the agent console</a>
            <button class="small" @click=${signOut}>Use another account</button>
          </p>
        </main>`;
      default:
        return nothing;
    }
  }

  /** Hidden, not gone, while one signs in again: what was typed is still there. */
  private renderInside(session: AdminSession, isHidden: boolean) {
    const { route } = this;
    const { identity, problem } = session;
    return html`<div ?hidden=${isHidden}>
      <header>
        <span class="mark">${chatIcon}</span>
        <nav aria-label="Main">
          ${this.renderLink('Widgets', { view: 'widgets' }, route.view !== 'accounts')}
          ${this.renderLink('Accounts', { view: 'accounts' }, route.view === 'accounts')}
          <a href="/agent/">Agent console</a>
        </nav>
        <span class="space"></span>
        <span class="who">${identity?.displayName}</span>
        <button class="quiet small" @click=${() => session.signOut()}>Sign out</button>
      </header>
      <main>
        <div role="alert">${problem ? html`<p class="problem">${problem}</p>` : nothing}</div>
        ${this.renderView(session, route)}
      </main>
    </div>`;
  }

  private renderLink(name: string, route: Route, isCurrent: boolean) {
    return html`<a href=${toHash(route)} aria-current=${isCurrent ? 'page' : 'false'}>${name}</a>`;
  }

  private renderView(session: AdminSession, route: Route) {
    if (route.view === 'accounts')
      return html`<connect-chat-account-list
        .request=${session.ask}
        .ownId=${session.identity?.agentId ?? ''}
      ></connect-chat-account-list>`;
    if (route.view === 'widgets')
      return html`<connect-chat-widget-list .request=${session.ask}></connect-chat-widget-list>`;
    return html`<connect-chat-widget-editor
      .request=${session.ask}
      .widgetId=${route.widgetId}
      .step=${route.step}
    ></connect-chat-widget-editor>`;
  }

  private renderLeaving() {
    return html`<connect-chat-staff-dialog
      heading="Leave without saving?"
      @connect-chat-dismiss=${() => (this.leaving = undefined)}
    >
      <p>Your changes will be lost.</p>
      <div class="actions end">
        <button type="button" class="bad" @click=${this.leave}>Leave without saving</button>
        <button type="button" class="primary" data-focus @click=${() => (this.leaving = undefined)}>
          Keep editing
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
