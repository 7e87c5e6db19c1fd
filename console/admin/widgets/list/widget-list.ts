import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { toHash } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { renderWidgetQuestion } from './render-widget-question.js';
import { renderWidgetRow } from './render-widget-row.js';
import { WidgetCollection } from './widget-collection.js';
import { widgetListStyles } from './widget-list.styles.js';

/** @summary The list of widgets, with their websites and their last chat: create, duplicate, try and delete them. */
export class WidgetList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetListStyles];
  static override properties = { request: { attribute: false }, now: { attribute: false } };

  declare request: ServiceRequest;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new WidgetCollection(this.request),
  });

  constructor() {
    super();
    this.now = wallTime;
  }

  private get widgets(): WidgetCollection {
    return this.model.value;
  }

  private readonly create = (): void => this.widgets.ask('create');

  /** Submits the dialog, and opens a new widget in the editor. */
  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const widgetId = await this.widgets.answer();
    if (widgetId !== undefined) location.hash = toHash({ view: 'widget', widgetId, step: 'look' });
    if (!this.widgets.snapshot.question?.error) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#widget-name')?.focus();
  }

  override render() {
    const { news, problem, question, isBusy } = this.widgets.snapshot;
    return html`<div class="head">
        <h1 tabindex="-1">Widgets</h1>
        <button type="button" class="primary" @click=${this.create}>Create widget</button>
      </div>
      <p role="status" class="news">${news}</p>
      <div role="alert">${problem ? this.renderProblem(problem) : nothing}</div>
      ${this.renderRows()}
      ${
        question
          ? renderWidgetQuestion(question, {
              isBusy,
              onRename: (name) => this.widgets.rename(name),
              onSubmit: (event) => void this.handleSubmit(event),
              onDismiss: () => this.widgets.dismiss(),
            })
          : nothing
      }`;
  }

  private renderProblem(problem: string) {
    const retry = this.widgets.snapshot.rows
      ? nothing
      : html`<button type="button" class="small" @click=${() => this.widgets.load()}>Try again</button>`;
    return html`<p class="alert">${problem} ${retry}</p>`;
  }

  private renderRows() {
    const { rows, problem } = this.widgets.snapshot;
    if (!rows) return problem ? nothing : html`<p class="muted" role="status">Loading…</p>`;
    if (rows.length === 0) return this.renderEmpty();
    const options = { now: this.now(), onAsk: this.widgets.ask.bind(this.widgets) };
    return html`<ul class="list">
      ${rows.map((row) => renderWidgetRow(row, options))}
    </ul>`;
  }

  private renderEmpty() {
    return html`<div class="card empty">
      <h2>No widgets yet</h2>
      <p class="muted">A widget adds chat to one or more of your websites.</p>
      <button type="button" class="primary" @click=${this.create}>Create your first widget</button>
    </div>`;
  }
}
