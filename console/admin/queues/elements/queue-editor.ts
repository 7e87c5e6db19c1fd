import { LitElement, html, nothing } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import { FormSubmission } from '../../../forms/form-submission.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { toHash } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { UnsavedGuard } from '../../widgets/editor/unsaved-guard.js';
import { QueueEditing } from '../state/queue-editing.js';
import { checkForm, toField, type QueueField, type QueueForm } from '../state/queue-form.js';
import { queueEditorStyles } from './queue-editor.styles.js';
import { renderQueueForm } from './render-queue-form.js';

/** @summary The page of one queue: its hours, and what happens to chats in it. */
export class QueueEditor extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, queueEditorStyles];
  static override properties = { request: { attribute: false }, queueId: {}, news: { state: true } };

  declare request: ServiceRequest;
  /** Empty for a new queue. */
  declare queueId: string;
  /** What was done last, in a sentence. */
  declare private news: string;
  private readonly form = new FormSubmission<QueueField>(this, {
    fieldOf: toField,
    focusOnProblem: '.problem',
  });
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request, this.queueId],
    create: () => {
      this.form.clear();
      return new QueueEditing(this.request, this.queueId, ownTimeZone());
    },
  });

  constructor() {
    super();
    this.queueId = '';
    this.news = '';
    new UnsavedGuard(this, () => this.isDirty);
  }

  /** Whether changes would be lost. */
  get isDirty(): boolean {
    return this.model.value?.isDirty ?? false;
  }

  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.news = '';
    const { form } = this.model.value.snapshot;
    if (form) await this.form.submit({ errors: checkForm(form), send: () => this.save() });
  }

  private async save(): Promise<void> {
    const { name } = this.model.value.snapshot.form!;
    const queueId = await this.model.value.save();
    this.news = `${name.trim()} was saved.`;
    if (queueId !== this.queueId) location.hash = toHash({ view: 'queue', queueId });
  }

  override render() {
    const { form, saved, problem } = this.model.value.snapshot;
    return html`<p><a href=${toHash({ view: 'queues' })}>All queues</a></p>
      <div class="head"><h1 tabindex="-1">${this.queueId ? (saved?.name ?? 'Queue') : 'New queue'}</h1></div>
      <div role="alert">${problem ? this.renderProblem(problem) : nothing}</div>
      ${form ? this.renderForm(form) : problem ? nothing : html`<p class="muted" role="status">Loading…</p>`}`;
  }

  private renderProblem(problem: string) {
    const retry = () => void this.model.value.load();
    return html`<p class="alert">
      ${problem} <button type="button" class="small" @click=${retry}>Try again</button>
    </p>`;
  }

  private renderForm(form: QueueForm) {
    const { errors, problem, isBusy } = this.form.state;
    const hasErrors = Object.values(errors).some(Boolean);
    return html`<form novalidate @submit=${this.handleSubmit}>
      ${renderQueueForm({
        ...{ form, errors, others: this.model.value.snapshot.others },
        onInput: (change) => this.model.value.set(change),
      })}
      <div class="bar">
        <div role="alert">
          ${problem ? html`<p class="alert problem" tabindex="-1">${problem}</p>` : nothing}
          ${hasErrors ? html`<p class="alert">Not saved. Check the marked fields.</p>` : nothing}
        </div>
        <span class=${this.isDirty ? 'muted' : 'news'} role="status"
          >${this.isDirty ? 'Unsaved changes' : this.news}</span
        >
        <span class="actions">
          <button type="submit" class="primary" aria-disabled=${isBusy ? 'true' : 'false'}>
            ${isBusy ? 'Saving…' : 'Save'}
          </button>
        </span>
      </div>
    </form>`;
  }
}

const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
