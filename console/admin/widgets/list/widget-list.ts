import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderField } from '../../../forms/render-field.js';
import { LoadedState } from '../../../state/loaded-state.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { toHash } from '../../state/route.js';
import { timeAgo } from '../../../time/time-ago.js';
import { tryAddress } from '../../state/try-address.js';
import { WidgetCollection, type WidgetQuestion, type WidgetRow } from './widget-collection.js';
import { widgetListStyles } from './widget-list.styles.js';

/**
 * @summary All widgets, with their websites and their last chat: created, duplicated, tried and deleted here.
 */
export class WidgetList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetListStyles];
  static override properties = { request: { attribute: false }, now: { attribute: false } };

  declare request: ServiceRequest;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly state = new LoadedState(this, (request) => new WidgetCollection(request));

  constructor() {
    super();
    this.now = wallTime;
  }

  /** A new widget is opened at once: that is what it was created for. */
  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const widgetId = await this.widgets.answer();
    if (widgetId !== undefined) location.hash = toHash({ view: 'widget', widgetId, step: 'look' });
    if (!this.widgets.question?.error) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#widget-name')?.focus();
  }

  private get widgets(): WidgetCollection {
    return this.state.value;
  }

  override render() {
    return html`<div class="head">
        <h1 tabindex="-1">Widgets</h1>
        <button type="button" class="primary" @click=${() => this.widgets.ask('create')}>
          Create widget
        </button>
      </div>
      <p role="status" class="news">${this.widgets.news}</p>
      <div role="alert">
        ${
          this.widgets.problem
            ? html`<p class="alert">
                ${this.widgets.problem}
                <button type="button" class="small" @click=${() => this.widgets.load()}>Try again</button>
              </p>`
            : nothing
        }
      </div>
      ${this.renderRows()} ${this.widgets.question ? this.renderQuestion(this.widgets.question) : nothing}`;
  }

  private renderRows() {
    const { rows } = this.widgets;
    if (!rows) return this.widgets.problem ? nothing : html`<p class="muted" role="status">Loading…</p>`;
    if (rows.length === 0)
      return html`<div class="card empty">
        <h2>No widgets yet</h2>
        <p class="muted">A widget adds chat to one or more of your websites.</p>
        <button type="button" class="primary" @click=${() => this.widgets.ask('create')}>
          Create your first widget
        </button>
      </div>`;
    return html`<ul class="list">
      ${rows.map((row) => this.renderRow(row))}
    </ul>`;
  }

  private renderRow(row: WidgetRow) {
    const { widgetId, name, domains, security, activity, theme } = row;
    const lastChat = activity?.lastChatAt
      ? `Last chat ${timeAgo(Date.parse(activity.lastChatAt), this.now())}`
      : 'No chats yet';
    return html`<li class="card">
      <span class="mark" .style=${`background:${theme.openIcon.backgroundColor}`}></span>
      <div class="about">
        <h2><a href=${toHash({ view: 'widget', widgetId, step: 'look' })}>${name}</a></h2>
        <p class="muted">${websitesOf(domains)}</p>
        <p class="small-text">
          <span class="badge ${security.required ? 'good' : ''}"
            >${security.required ? 'Token required' : 'Open to everyone'}</span
          >
          <span class="muted">${activity ? lastChat : ''}</span>
        </p>
      </div>
      <div class="actions">
        <a class="button" href=${toHash({ view: 'widget', widgetId, step: 'look' })} aria-label="Edit ${name}"
          >Edit</a
        >
        <a
          class="button"
          href=${tryAddress(widgetId)}
          target="_blank"
          rel="noopener"
          aria-label="Try it: ${name} (opens in a new window)"
          >Try it</a
        >
        <button
          type="button"
          class="small"
          aria-label="Duplicate ${name}"
          @click=${() => this.widgets.ask('duplicate', row)}
        >
          Duplicate
        </button>
        <button
          type="button"
          class="small quiet"
          aria-label="Delete ${name}"
          @click=${() => this.widgets.ask('delete', row)}
        >
          Delete
        </button>
      </div>
    </li>`;
  }

  private renderQuestion(question: WidgetQuestion) {
    const { kind, row, name, error } = question;
    const isDelete = kind === 'delete';
    const verb = isDelete ? 'Delete' : kind === 'create' ? 'Create' : 'Duplicate';
    const under = isDelete ? 'Deleting…' : 'Creating…';
    return html`<connect-chat-staff-dialog
      heading=${row ? `${verb} ${row.name}` : 'Create widget'}
      @connect-chat-dismiss=${() => this.widgets.dismiss()}
    >
      <form class="stack" novalidate @submit=${this.handleSubmit}>
        ${
          isDelete
            ? html`<p>
                The chat disappears from your sites immediately. Keys are deleted; transcripts are kept.
              </p>`
            : nothing
        }
        ${renderField({
          name: 'widget-name',
          label: isDelete ? `Type ${row!.name} to confirm` : 'Name',
          hint: isDelete ? undefined : 'For your team, for example the name of the website.',
          value: name,
          error,
          onInput: (typed) => this.widgets.rename(typed),
        })}
        <div class="actions end">
          <button type="button" @click=${() => this.widgets.dismiss()}>Cancel</button>
          <button
            type="submit"
            class=${isDelete ? 'bad' : 'primary'}
            aria-disabled=${this.widgets.isBusy ? 'true' : 'false'}
          >
            ${this.widgets.isBusy ? under : isDelete ? 'Delete widget' : 'Create widget'}
          </button>
        </div>
      </form>
    </connect-chat-staff-dialog>`;
  }
}

/** Websites that are named in the list; the others are counted. */
const namedWebsites = 3;

function websitesOf(domains: readonly string[]): string {
  if (domains.length === 0) return 'No websites yet';
  const rest = domains.length - namedWebsites;
  const names = domains.slice(0, namedWebsites).join(', ');
  return rest > 0 ? `${names} and ${rest} more` : names;
}
