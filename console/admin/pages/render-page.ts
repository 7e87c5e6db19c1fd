import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceRequest } from '../../request/service-request.js';
import type { StaffState } from '../../sign-in/staff-state.js';
import { chatIcon } from '../../theme/icons.js';
import { toHash, type Route } from '../state/route.js';

/** A page of the administrator, with its header. */
export interface AdminPage {
  route: Route;
  staff: StaffState;
  /** Sends requests to the service, and notices an expired session. */
  request: ServiceRequest;
  onSignOut: () => void;
}

/** Renders the header, and the page of the route. */
export const renderPage = (page: AdminPage): TemplateResult => {
  const { problem } = page.staff;
  return html`${renderHeader(page)}
    <main>
      <div role="alert">${problem ? html`<p class="problem">${problem}</p>` : nothing}</div>
      ${renderView(page)}
    </main>`;
};

const renderHeader = ({ route, staff, onSignOut }: AdminPage) =>
  html`<header>
    <span class="mark">${chatIcon}</span>
    <nav aria-label="Main">
      ${renderLink('Widgets', { view: 'widgets' }, route.view === 'widgets' || route.view === 'widget')}
      ${renderLink('Queues', { view: 'queues' }, route.view === 'queues' || route.view === 'queue')}
      ${renderLink('Canned replies', { view: 'canned-replies' }, route.view === 'canned-replies')}
      ${renderLink('Accounts', { view: 'accounts' }, route.view === 'accounts')}
      ${renderLink('Settings', { view: 'settings' }, route.view === 'settings')}
      <a href="/agent/">Agent console</a>
    </nav>
    <span class="space"></span>
    <span class="who">${staff.identity?.displayName}</span>
    <button class="quiet small" @click=${onSignOut}>Sign out</button>
  </header>`;

const renderLink = (name: string, route: Route, isCurrent: boolean) =>
  html`<a href=${toHash(route)} aria-current=${isCurrent ? 'page' : 'false'}>${name}</a>`;

function renderView({ route, staff, request }: AdminPage) {
  if (route.view === 'accounts')
    return html`<connect-chat-account-list
      .request=${request}
      .ownId=${staff.identity?.agentId ?? ''}
    ></connect-chat-account-list>`;
  if (route.view === 'queues')
    return html`<connect-chat-queue-page .request=${request}></connect-chat-queue-page>`;
  if (route.view === 'queue')
    return html`<connect-chat-queue-editor
      .request=${request}
      .queueId=${route.queueId}
    ></connect-chat-queue-editor>`;
  if (route.view === 'settings')
    return html`<connect-chat-settings-page .request=${request}></connect-chat-settings-page>`;
  if (route.view === 'canned-replies')
    return html`<connect-chat-canned-reply-page .request=${request}></connect-chat-canned-reply-page>`;
  if (route.view === 'widgets')
    return html`<connect-chat-widget-list .request=${request}></connect-chat-widget-list>`;
  return html`<connect-chat-widget-editor
    .request=${request}
    .widgetId=${route.widgetId}
    .step=${route.step}
  ></connect-chat-widget-editor>`;
}
