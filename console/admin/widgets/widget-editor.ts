import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { toWidgetConfiguration } from '../../../shared/to-widget-configuration.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { renderField } from '../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../service-request.js';
import { adminStyles } from '../admin.styles.js';
import { toHash, type WidgetStep } from '../route.js';
import { renderDifferences } from './history-step.js';
import type { FlowChoice, QueueChoice } from './look-step.js';
import { WidgetDraft, type Saved } from './widget-draft.js';
import { widgetEditorStyles } from './widget-editor.styles.js';
import type { AllowDomainEvent } from './allow-domain-event.js';
import type { DraftEvent } from './draft-event.js';
import type { RestoreEvent } from './restore-event.js';

const stepNames: Record<WidgetStep, string> = {
  look: '1 Look',
  sites: '2 Websites and security',
  code: '3 Code and keys',
  history: 'History',
};

type Conflict = Extract<Saved, { kind: 'conflict' }>;

/**
 * @summary One widget's pages: three steps and the history, over one draft that is saved as a whole.
 */
export class WidgetEditor extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetEditorStyles];
  static override properties = {
    request: { attribute: false },
    widgetId: {},
    step: {},
    edited: { state: true },
    flows: { state: true },
    queues: { state: true },
    conflict: { state: true },
    problem: { state: true },
    news: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  declare widgetId: string;
  declare step: WidgetStep;
  declare protected edited: WidgetDraft | undefined;
  declare protected flows: FlowChoice[];
  declare protected queues: QueueChoice[];
  declare protected conflict: Conflict | undefined;
  declare protected problem: string;
  /** What was done last, in a sentence. */
  declare protected news: string;
  declare protected isBusy: boolean;
  private undo: (() => void) | undefined;
  private readonly guard = (event: BeforeUnloadEvent): void => event.preventDefault();

  constructor() {
    super();
    this.step = 'look';
    this.flows = [];
    this.queues = [];
    this.problem = '';
    this.news = '';
    this.isBusy = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.undo?.();
    removeEventListener('beforeunload', this.guard);
  }

  /** Whether something typed is not saved yet. */
  get isDirty(): boolean {
    return (this.edited?.unsaved ?? 0) > 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('widgetId')) void this.open();
  }

  protected override updated(changed: PropertyValues): void {
    // Only while there is something to lose: a listener that is always there keeps the page out of the browser's cache.
    removeEventListener('beforeunload', this.guard);
    if (this.isDirty) addEventListener('beforeunload', this.guard);
    if (changed.has('step') && changed.get('step') !== undefined)
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  private async open(): Promise<void> {
    this.problem = '';
    try {
      const [edited, flows, queues] = await Promise.all([
        WidgetDraft.open(this.request, this.widgetId),
        this.request('GET', '/api/flows'),
        this.request('GET', '/api/queues'),
      ]);
      this.undo?.();
      this.undo = edited.onChange(() => this.requestUpdate());
      this.edited = edited;
      this.flows = flows as FlowChoice[];
      this.queues = queues as QueueChoice[];
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
  }

  private go(step: WidgetStep): void {
    location.hash = toHash({ view: 'widget', widgetId: this.widgetId, step });
  }

  private async save(next?: WidgetStep): Promise<void> {
    const { edited } = this;
    if (!edited || this.isBusy) return;
    if (!this.isDirty) return next && this.go(next);
    this.isBusy = true;
    this.problem = this.news = '';
    const outcome = await edited.save();
    this.isBusy = false;
    if (outcome.kind === 'invalid') return this.showProblem();
    if (outcome.kind === 'refused') this.problem = outcome.refusal.message;
    if (outcome.kind === 'conflict') this.conflict = outcome;
    if (outcome.kind !== 'saved') return;
    if (next) this.go(next);
    await this.updateComplete;
    this.news = 'Saved. Open pages show it within 2 seconds.';
  }

  /** Leads to the first member that is wrong. */
  private async showProblem(): Promise<void> {
    const [pointer, message] = [...this.edited!.problems][0]!;
    const step = pointer.startsWith('/domains') || pointer.startsWith('/security') ? 'sites' : 'look';
    this.problem = `It is not saved yet. ${message}`;
    if (pointer !== '/name' && this.step !== step) this.go(step);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const part = this.renderRoot.querySelector<LitElement>('.step') ?? this;
    const find = (root: ParentNode) => root.querySelector<HTMLElement>('[aria-invalid="true"]');
    (find(this.renderRoot) ?? find(part.renderRoot))?.focus();
  }

  private handleDraft(event: DraftEvent): void {
    this.news = '';
    this.edited?.set(event.pointer, event.value);
  }

  /** Allowing a website is done at once: nothing else that is typed goes with it. */
  private async handleAllow({ origin }: AllowDomainEvent): Promise<void> {
    const { edited } = this;
    if (!edited) return;
    if (this.isDirty) {
      edited.set('/domains', [...edited.draft.domains, origin]);
      this.problem = 'Other changes are not saved yet: save them together with this website.';
      return;
    }
    edited.set('/domains', [...edited.draft.domains, origin]);
    await this.save();
  }

  private async handleRestore({ version }: RestoreEvent): Promise<void> {
    if (this.isDirty) {
      this.problem = 'Save or discard your changes first: going back would lose them.';
      return;
    }
    this.edited?.replace(version.widget);
    await this.save();
  }

  private discard(): void {
    this.conflict = undefined;
    this.problem = '';
    this.edited?.discard();
  }

  private keepBoth(): void {
    this.conflict = undefined;
    void this.save();
  }

  override render() {
    const { edited } = this;
    if (!edited)
      return this.problem
        ? html`<p class="alert" role="alert">${this.problem}</p>
            <p><a href=${toHash({ view: 'widgets' })}>Back to the widgets</a></p>`
        : html`<p class="muted" role="status">Loading…</p>`;
    return html`<p><a class="back" href=${toHash({ view: 'widgets' })}>Widgets</a></p>
      <div class="head">
        <h1 tabindex="-1">${edited.saved.name}</h1>
        <p role="status" class="news">${this.news}</p>
      </div>
      ${this.renderSteps()}
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
      <div
        @connect-chat-draft=${this.handleDraft}
        @connect-chat-allow-domain=${this.handleAllow}
        @connect-chat-restore=${this.handleRestore}
      >
        ${this.renderStep(edited)}
      </div>
      ${this.renderBar(edited)} ${this.conflict ? this.renderConflict(this.conflict) : nothing}`;
  }

  private renderSteps() {
    return html`<nav aria-label="Steps">
      <ol class="steps">
        ${(Object.keys(stepNames) as WidgetStep[]).map(
          (step) =>
            html`<li>
              <a
                href=${toHash({ view: 'widget', widgetId: this.widgetId, step })}
                aria-current=${step === this.step ? 'step' : 'false'}
                >${stepNames[step]}</a
              >
            </li>`,
        )}
      </ol>
    </nav>`;
  }

  private renderStep(edited: WidgetDraft) {
    switch (this.step) {
      case 'look':
        return html`<div class="name">
            ${renderField({
              name: 'name',
              label: 'Name',
              hint: 'For your team; visitors do not see it.',
              value: edited.draft.name,
              error: edited.problems.get('/name'),
              onInput: (value) => edited.set('/name', value),
            })}
          </div>
          <connect-chat-look-step
            class="step"
            .draft=${edited.draft}
            .configuration=${toWidgetConfiguration(this.widgetId, edited.valid)}
            .problems=${edited.problems}
            .flows=${this.flows}
            .queues=${this.queues}
          ></connect-chat-look-step>`;
      case 'sites':
        return html`<connect-chat-sites-step class="step" .draft=${edited.draft}></connect-chat-sites-step>`;
      case 'code':
        return html`<connect-chat-code-step
          class="step"
          .request=${this.request}
          .widgetId=${this.widgetId}
          .widget=${edited.saved}
        ></connect-chat-code-step>`;
      case 'history':
        return html`<connect-chat-history-step
          class="step"
          .versions=${edited.versions}
          .isBusy=${this.isBusy}
        ></connect-chat-history-step>`;
    }
  }

  private renderBar({ unsaved }: WidgetDraft) {
    const { step } = this;
    const changes = unsaved === 1 ? '1 unsaved change' : `${unsaved} unsaved changes`;
    return html`<div class="bar" data-shown=${unsaved > 0 || step === 'look' || step === 'sites'}>
      <span class="muted">${unsaved > 0 ? changes : 'Everything is saved.'}</span>
      <span class="actions">
        ${unsaved > 0 ? html`<button type="button" class="quiet" @click=${this.discard}>Discard</button>` : nothing}
        ${unsaved > 0 && step !== 'sites' ? this.renderSave(step === 'look' ? '' : 'primary') : nothing}
        ${step === 'look' ? html`<button type="button" class="primary" @click=${() => this.go('sites')}>Next</button>` : nothing}
        ${
          step === 'sites'
            ? html`<button type="button" @click=${() => this.go('look')}>Back</button>
                <button
                  type="button"
                  class="primary"
                  aria-disabled=${this.isBusy ? 'true' : 'false'}
                  @click=${() => this.save('code')}
                >
                  ${this.isBusy ? 'Saving…' : 'Save and continue'}
                </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  private renderSave(look: string) {
    return html`<button
      type="button"
      class=${look}
      aria-disabled=${this.isBusy ? 'true' : 'false'}
      @click=${() => this.save()}
    >
      ${this.isBusy ? 'Saving…' : 'Save'}
    </button>`;
  }

  private renderConflict({ by, merged }: Conflict) {
    const { theirs, conflicts } = merged;
    return html`<connect-chat-staff-dialog
      heading="${by ?? 'Somebody else'} saved meanwhile"
      .style=${'--dialog-width: 620px'}
      @connect-chat-dismiss=${() => (this.conflict = undefined)}
    >
      <p>Nothing is saved of yours yet. This was changed:</p>
      ${renderDifferences(theirs)}
      ${
        conflicts.length > 0
          ? html`<p class="alert">You changed some of the same:</p>
              ${renderDifferences(conflicts, { before: 'theirs is', after: 'yours is' })}`
          : nothing
      }
      <div class="actions end">
        <button type="button" data-focus @click=${() => (this.conflict = undefined)}>Look at it first</button>
        <button type="button" @click=${this.discard}>Drop mine</button>
        <button type="button" class="primary" @click=${this.keepBoth}>
          ${conflicts.length > 0 ? 'Save mine upon theirs' : 'Keep both'}
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
