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

function renderHeader({ route, staff, onSignOut }: AdminPage) {
  const isOneOf = (...views: Route['view'][]): boolean => views.includes(route.view);
  return html`<header>
    <span class="mark">${chatIcon}</span>
    <nav aria-label="Main">
      ${staff.identity?.role === 'admin' ? renderLink('Widgets', { view: 'widgets' }, isOneOf('widgets', 'widget')) : nothing}
      ${renderLink('Contacts', { view: 'contacts', query: '' }, isOneOf('contacts', 'contact'))}
      ${staff.identity?.role === 'admin' ? renderConfiguration(isOneOf) : nothing}
      <a href="/agent/">Agent console</a>
    </nav>
    <span class="space"></span>
    <span class="who">${staff.identity?.displayName}</span>
    <button class="quiet small" @click=${onSignOut}>Sign out</button>
  </header>`;
}

/** What only administrators may change. */
const renderConfiguration = (isOneOf: (...views: Route['view'][]) => boolean) =>
  html`${renderLink('Queues', { view: 'queues' }, isOneOf('queues', 'queue'))}
  ${renderLink('Canned replies', { view: 'canned-replies' }, isOneOf('canned-replies'))}
  ${renderLink('Accounts', { view: 'accounts' }, isOneOf('accounts'))}
  ${renderLink('Settings', { view: 'settings' }, isOneOf('settings'))}`;

const renderLink = (name: string, route: Route, isCurrent: boolean) =>
  html`<a href=${toHash(route)} aria-current=${isCurrent ? 'page' : 'false'}>${name}</a>`;

function renderView({ route: asked, staff, request }: AdminPage) {
  // Supervisors only have the contacts.
  const isContacts = asked.view === 'contacts' || asked.view === 'contact';
  const route: Route =
    isContacts || staff.identity?.role === 'admin' ? asked : { view: 'contacts', query: '' };
  if (route.view === 'contacts')
    return html`<connect-chat-contact-page
      .request=${request}
      .query=${route.query}
    ></connect-chat-contact-page>`;
  if (route.view === 'contact')
    return html`<connect-chat-contact-view
      .request=${request}
      .contactId=${route.contactId}
      .query=${route.query}
    ></connect-chat-contact-view>`;
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
