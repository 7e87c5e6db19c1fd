import { html, type TemplateResult } from 'lit';
import { timeAgo } from '../../../time/time-ago.js';
import { toHash } from '../../state/route.js';
import { tryAddress } from '../../state/try-address.js';
import type { WidgetQuestion, WidgetRow } from './widget-list-state.js';

export interface WidgetRowOptions {
  /** The current time, in milliseconds since 1970. */
  now: number;
  onAsk: (kind: WidgetQuestion['kind'], row: WidgetRow) => void;
}

/** Renders a widget with its websites, its last chat and its actions. */
export const renderWidgetRow = (row: WidgetRow, options: WidgetRowOptions): TemplateResult =>
  html`<li class="card">
    <span class="mark" .style=${`background:${row.theme.openIcon.backgroundColor}`}></span>
    ${renderAbout(row, options.now)} ${renderActions(row, options.onAsk)}
  </li>`;

function renderAbout({ widgetId, name, domains, security, activity }: WidgetRow, now: number) {
  const lastChat = activity?.lastChatAt
    ? `Last chat ${timeAgo(Date.parse(activity.lastChatAt), now)}`
    : 'No chats yet';
  return html`<div class="about">
    <h2><a href=${toHash({ view: 'widget', widgetId, step: 'look' })}>${name}</a></h2>
    <p class="muted">${websitesOf(domains)}</p>
    <p class="small-text">
      <span class="badge ${security.required ? 'good' : ''}"
        >${security.required ? 'Token required' : 'Open to everyone'}</span
      >
      <span class="muted">${activity ? lastChat : ''}</span>
    </p>
  </div>`;
}

function renderActions(row: WidgetRow, onAsk: WidgetRowOptions['onAsk']) {
  const { widgetId, name } = row;
  return html`<div class="actions">
    <a class="button" href=${toHash({ view: 'widget', widgetId, step: 'look' })} aria-label="Edit ${name}"
      >Edit</a
    >
    ${renderTry(row)}
    <button
      type="button"
      class="small"
      aria-label="Duplicate ${name}"
      @click=${() => onAsk('duplicate', row)}
    >
      Duplicate
    </button>
    <button
      type="button"
      class="small quiet"
      aria-label="Delete ${name}"
      @click=${() => onAsk('delete', row)}
    >
      Delete
    </button>
  </div>`;
}

const renderTry = ({ widgetId, name }: WidgetRow) =>
  html`<a
    class="button"
    href=${tryAddress(widgetId)}
    target="_blank"
    rel="noopener"
    aria-label="Try it: ${name} (opens in a new window)"
    >Try it</a
  >`;

/** The number of websites that are named; the others are counted. */
const namedWebsites = 3;

function websitesOf(domains: readonly string[]): string {
  if (domains.length === 0) return 'No websites yet';
  const rest = domains.length - namedWebsites;
  const names = domains.slice(0, namedWebsites).join(', ');
  return rest > 0 ? `${names} and ${rest} more` : names;
}
