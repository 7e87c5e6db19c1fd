import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { toHash, type WidgetStep } from '../../state/route.js';
import type { AllowDomainEvent } from '../code/allow-domain-event.js';
import type { DraftEvent } from '../fields/draft-event.js';
import type { EditorAction, EditorActionEvent } from './editor-action-event.js';
import type { RestoreEvent } from '../history/restore-event.js';
import { revealField } from './reveal-field.js';
import type { WidgetDraft } from '../state/widget-draft.js';
import { WidgetEditing } from './widget-editing.js';
import { widgetEditorStyles } from './widget-editor.styles.js';

const stepNames: Record<WidgetStep, string> = {
  look: '1 Look',
  sites: '2 Websites and security',
  code: '3 Code and keys',
  history: 'History',
};

/**
 * @summary One widget's pages: three steps and the history, over one draft that is saved as a whole.
 */
export class WidgetEditor extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetEditorStyles];
  static override properties = { request: { attribute: false }, widgetId: {}, step: {} };

  declare request: ServiceRequest;
  declare widgetId: string;
  declare step: WidgetStep;
  private editing: WidgetEditing | undefined;
  private undo: (() => void) | undefined;
  private readonly guard = (event: BeforeUnloadEvent): void => event.preventDefault();

  constructor() {
    super();
    this.step = 'look';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.undo?.();
    removeEventListener('beforeunload', this.guard);
  }

  /** Whether something typed is not saved yet. */
  get isDirty(): boolean {
    return this.editing?.isDirty ?? false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('widgetId')) this.open();
  }

  protected override updated(changed: PropertyValues): void {
    // Only while there is something to lose: a listener that is always there keeps the page out of the browser's cache.
    removeEventListener('beforeunload', this.guard);
    if (this.isDirty) addEventListener('beforeunload', this.guard);
    if (changed.has('step') && changed.get('step') !== undefined) this.startStep();
  }

  private open(): void {
    this.undo?.();
    this.editing = new WidgetEditing(this.request, this.widgetId);
    this.undo = this.editing.onChange(() => this.requestUpdate());
    void this.editing.open();
  }

  /** A step is read from its beginning. */
  private startStep(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private go(step: WidgetStep): void {
    location.hash = toHash({ view: 'widget', widgetId: this.widgetId, step });
  }

  private handleAction({ action }: EditorActionEvent): void {
    const { editing } = this;
    if (!editing) return;
    const actions: Record<EditorAction, () => unknown> = {
      back: () => this.go('look'),
      next: () => this.go('sites'),
      save: () => this.save(),
      'save-and-continue': () => this.save('code'),
      discard: () => editing.discard(),
      'show-problem': () => this.showProblem(),
      'review-conflict': () => editing.review(),
      'keep-mine': () => editing.keepMine(),
    };
    actions[action]();
  }

  private async save(next?: WidgetStep): Promise<void> {
    const { editing } = this;
    const isSaved = !this.isDirty || (await editing?.save());
    if (isSaved && next) return this.go(next);
    // A problem of another step is named in the bar, with the way to it.
    if (editing?.blocker?.step === this.step) await this.showProblem();
  }

  /** Leads to the member that keeps the draft from being saved. */
  private async showProblem(): Promise<void> {
    const blocker = this.editing?.blocker;
    if (!blocker) return;
    if (blocker.step !== this.step) {
      this.go(blocker.step);
      // The address changes first, then the step, then its elements render.
      await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    revealField(this.renderRoot, blocker.pointer);
  }

  override render() {
    const { editing } = this;
    if (!editing?.draft)
      return editing?.failure
        ? html`<p class="alert" role="alert">${editing.failure}</p>
            <p><a href=${toHash({ view: 'widgets' })}>Back to widgets</a></p>`
        : html`<p class="muted" role="status">Loading…</p>`;
    const { draft } = editing;
    return html`<div class="head">
        <div>
          <a class="back" href=${toHash({ view: 'widgets' })}>Widgets</a>
          <h1 tabindex="-1">${draft.saved.name}</h1>
        </div>
        ${this.renderSteps()}
      </div>
      <div
        @connect-chat-draft=${(event: DraftEvent) => editing.set(event.pointer, event.value)}
        @connect-chat-allow-domain=${({ origin }: AllowDomainEvent) => editing.allow(origin)}
        @connect-chat-restore=${({ version }: RestoreEvent) => editing.restore(version)}
      >
        ${this.renderStep(editing, draft)}
      </div>
      <div @connect-chat-editor-action=${this.handleAction}>
        ${
          editing.conflict
            ? html`<connect-chat-conflict-dialog
                .conflict=${editing.conflict}
              ></connect-chat-conflict-dialog>`
            : nothing
        }
      </div>
      <connect-chat-save-bar
        .step=${this.step}
        .unsaved=${draft.unsaved}
        .isBusy=${editing.isBusy}
        .news=${editing.news}
        .failure=${editing.failure}
        .blocker=${editing.blocker}
        @connect-chat-editor-action=${this.handleAction}
      ></connect-chat-save-bar>`;
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

  private renderStep(editing: WidgetEditing, draft: WidgetDraft) {
    switch (this.step) {
      case 'look':
        return html`<connect-chat-look-step
          .draft=${draft.draft}
          .brand=${draft.brand}
          .valid=${draft.valid}
          .problems=${draft.problems}
          .flows=${editing.flows}
          .queues=${editing.queues}
        ></connect-chat-look-step>`;
      case 'sites':
        return html`<connect-chat-sites-step .draft=${draft.draft}></connect-chat-sites-step>`;
      case 'code':
        return html`<connect-chat-code-step
          .request=${this.request}
          .widgetId=${this.widgetId}
          .widget=${draft.saved}
        ></connect-chat-code-step>`;
      case 'history':
        return html`<connect-chat-history-step
          .versions=${draft.versions}
          .isBusy=${editing.isBusy}
        ></connect-chat-history-step>`;
    }
  }
}
