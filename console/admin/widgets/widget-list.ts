import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../client/wall-time.js';
import type { Widget } from '../../../shared/widget-config.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { renderField } from '../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../service-request.js';
import { adminStyles } from '../admin.styles.js';
import { toHash } from '../route.js';
import { timeAgo } from '../time-ago.js';
import type { Activity } from './install-check.js';
import { widgetListStyles } from './widget-list.styles.js';

/** A widget as the list shows it. */
interface Row extends Widget {
  widgetId: string;
  activity?: Activity;
}

/** What is asked for: a new widget, a copy of one, or the end of one. */
interface Question {
  kind: 'create' | 'duplicate' | 'delete';
  row?: Row;
  name: string;
  error: string;
}

/**
 * @summary All widgets: where they are, whether they are used; made, copied and deleted here.
 */
export class WidgetList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetListStyles];
  static override properties = {
    request: { attribute: false },
    now: { attribute: false },
    rows: { state: true },
    question: { state: true },
    problem: { state: true },
    news: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  declare protected rows: Row[] | undefined;
  declare protected question: Question | undefined;
  declare protected problem: string;
  declare protected news: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.now = wallTime;
    this.problem = '';
    this.news = '';
    this.isBusy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.load());
  }

  private async load(): Promise<void> {
    this.problem = '';
    try {
      this.rows = (await this.request('GET', '/api/widgets')) as Row[];
    } catch (reason) {
      this.problem = asRefusal(reason).message;
      return;
    }
    // When each was last used comes after: the list need not wait for it.
    for (const { widgetId } of this.rows)
      this.request('GET', `/api/widgets/${encodeURIComponent(widgetId)}/activity`).then(
        (activity) => this.addActivity(widgetId, activity as Activity),
        () => undefined,
      );
  }

  private addActivity(widgetId: string, activity: Activity): void {
    this.rows = this.rows?.map((row) => (row.widgetId === widgetId ? { ...row, activity } : row));
  }

  private ask(kind: Question['kind'], row?: Row): void {
    this.question = {
      kind,
      name: kind === 'duplicate' ? `Copy of ${row!.name}` : '',
      error: '',
      ...(row && { row }),
    };
    this.news = '';
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { question } = this;
    if (!question || this.isBusy) return;
    const error = findError(question);
    if (error) return this.refuse(error);
    this.isBusy = true;
    try {
      await (question.kind === 'delete' ? this.delete(question) : this.create(question));
    } catch (reason) {
      await this.refuse(asRefusal(reason).message);
    }
    this.isBusy = false;
  }

  private async refuse(error: string): Promise<void> {
    this.question = { ...this.question!, error };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#widget-name')?.focus();
  }

  /** A new widget is opened at once: that is what it was made for. */
  private async create({ row, name }: Question): Promise<void> {
    const { widgetId: _widgetId, activity: _activity, ...copied } = row ?? ({} as Row);
    const created = (await this.request('POST', '/api/widgets', { ...copied, name: name.trim() })) as Row;
    this.question = undefined;
    location.hash = toHash({ view: 'widget', widgetId: created.widgetId, step: 'look' });
  }

  private async delete({ row }: Question): Promise<void> {
    await this.request('DELETE', `/api/widgets/${encodeURIComponent(row!.widgetId)}`);
    this.question = undefined;
    this.rows = this.rows?.filter(({ widgetId }) => widgetId !== row!.widgetId);
    this.news = `${row!.name} was deleted.`;
  }

  override render() {
    return html`<div class="head">
        <h1 tabindex="-1">Widgets</h1>
        <button type="button" class="primary" @click=${() => this.ask('create')}>Create widget</button>
      </div>
      <p role="status" class="news">${this.news}</p>
      <div role="alert">
        ${
          this.problem
            ? html`<p class="alert">
                ${this.problem} <button type="button" class="small" @click=${this.load}>Try again</button>
              </p>`
            : nothing
        }
      </div>
      ${this.renderRows()} ${this.question ? this.renderQuestion(this.question) : nothing}`;
  }

  private renderRows() {
    const { rows } = this;
    if (!rows) return this.problem ? nothing : html`<p class="muted" role="status">Loading…</p>`;
    if (rows.length === 0)
      return html`<div class="card empty">
        <h2>No widget yet</h2>
        <p class="muted">A widget is the chat of one or more of your websites. Create the first one.</p>
      </div>`;
    return html`<ul class="list">
      ${rows.map((row) => this.renderRow(row))}
    </ul>`;
  }

  private renderRow(row: Row) {
    const { widgetId, name, domains, security, activity, theme } = row;
    const lastChat = activity?.lastChatAt
      ? `Last chat ${timeAgo(Date.parse(activity.lastChatAt), this.now())}`
      : 'No chat yet';
    return html`<li class="card">
      <span class="mark" .style=${`background:${theme.openIcon.backgroundColor}`}></span>
      <div class="about">
        <h2><a href=${toHash({ view: 'widget', widgetId, step: 'look' })}>${name}</a></h2>
        <p class="muted">${domains.length > 0 ? domains.join(', ') : 'On the sample page only'}</p>
        <p class="small-text">
          <span class="badge ${security.required ? 'good' : ''}"
            >${security.required ? 'Tokens required' : 'Open to every visitor'}</span
          >
          <span class="muted">${activity ? lastChat : ''}</span>
        </p>
      </div>
      <div class="actions">
        <a class="button" href=${toHash({ view: 'widget', widgetId, step: 'look' })} aria-label="Edit ${name}"
          >Edit</a
        >
        <button
          type="button"
          class="small"
          aria-label="Duplicate ${name}"
          @click=${() => this.ask('duplicate', row)}
        >
          Duplicate
        </button>
        <button
          type="button"
          class="small quiet"
          aria-label="Delete ${name}"
          @click=${() => this.ask('delete', row)}
        >
          Delete
        </button>
      </div>
    </li>`;
  }

  private renderQuestion(question: Question) {
    const { kind, row, name, error } = question;
    const isDelete = kind === 'delete';
    const verb = isDelete ? 'Delete' : kind === 'create' ? 'Create' : 'Duplicate';
    const under = isDelete ? 'Deleting…' : 'Creating…';
    return html`<connect-chat-staff-dialog
      heading=${row ? `${verb} ${row.name}` : 'Create a widget'}
      @connect-chat-dismiss=${() => (this.question = undefined)}
    >
      <form class="stack" novalidate @submit=${this.handleSubmit}>
        ${
          isDelete
            ? html`<p>
                Its pages lose the chat at once, its keys are gone, and no chat can be continued. The
                transcripts stay.
              </p>`
            : nothing
        }
        ${renderField({
          name: 'widget-name',
          label: isDelete ? `Type ${row!.name} to delete it` : 'Name',
          hint: isDelete ? undefined : 'For your team, such as the website that it is for.',
          value: name,
          error,
          onInput: (typed) => (this.question = { ...question, name: typed, error: '' }),
        })}
        <div class="actions end">
          <button type="button" @click=${() => (this.question = undefined)}>Cancel</button>
          <button
            type="submit"
            class=${isDelete ? 'bad' : 'primary'}
            aria-disabled=${this.isBusy ? 'true' : 'false'}
          >
            ${this.isBusy ? under : isDelete ? 'Delete widget' : 'Create widget'}
          </button>
        </div>
      </form>
    </connect-chat-staff-dialog>`;
  }
}

function findError({ kind, row, name }: Question): string {
  if (kind === 'delete') return name.trim() === row!.name.trim() ? '' : `That is not ${row!.name}.`;
  return name.trim() ? '' : 'Give it a name.';
}
