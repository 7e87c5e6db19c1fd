import { LitElement, type PropertyValues } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { toHash, type WidgetStep } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import type { EditorAction, EditorActionEvent } from './editor-action-event.js';
import { blockerOf, isDirty } from './editor-state.js';
import { renderEditor, renderUnread } from './render-editor.js';
import { revealField } from './reveal-field.js';
import { UnsavedGuard } from './unsaved-guard.js';
import { WidgetEditing } from './widget-editing.js';
import { widgetEditorStyles } from './widget-editor.styles.js';

/** @summary The widget editor: three steps and the history, over one draft that is saved as a whole. */
export class WidgetEditor extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, widgetEditorStyles];
  static override properties = { request: { attribute: false }, widgetId: {}, step: {} };

  declare request: ServiceRequest;
  declare widgetId: string;
  declare step: WidgetStep;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.widgetId],
    create: () => new WidgetEditing(this.request, this.widgetId),
  });

  constructor() {
    super();
    this.step = 'look';
    new UnsavedGuard(this, () => this.isDirty);
  }

  /** Whether the draft has unsaved changes. */
  get isDirty(): boolean {
    return this.hasUpdated && isDirty(this.editing.snapshot);
  }

  private get editing(): WidgetEditing {
    return this.model.value;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('step') !== undefined) this.startStep();
  }

  /** Scrolls to the top, and focuses the heading of the step. */
  private startStep(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private go(step: WidgetStep): void {
    location.hash = toHash({ view: 'widget', widgetId: this.widgetId, step });
  }

  private handleAction({ action }: EditorActionEvent): void {
    this.actions[action]();
  }

  private readonly actions: Record<EditorAction, () => unknown> = {
    back: () => this.go('look'),
    next: () => this.go('sites'),
    save: () => this.save(),
    'save-and-continue': () => this.save('code'),
    discard: () => this.editing.discard(),
    'show-problem': () => this.showProblem(),
    'review-conflict': () => this.editing.review(),
    'keep-mine': () => this.editing.keepMine(),
  };

  private async save(next?: WidgetStep): Promise<void> {
    const isSaved = !this.isDirty || (await this.editing.save());
    if (isSaved && next) return this.go(next);
    // The save bar links to a problem of another step.
    if (blockerOf(this.editing.snapshot)?.step === this.step) await this.showProblem();
  }

  /** Goes to the field that keeps the draft from being saved. */
  private async showProblem(): Promise<void> {
    const blocker = blockerOf(this.editing.snapshot);
    if (!blocker) return;
    if (blocker.step !== this.step) {
      this.go(blocker.step);
      // The step follows the address, and its elements render after that.
      await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    revealField(this.renderRoot, blocker.pointer);
  }

  override render() {
    const { widgetId, step, editing, request } = this;
    const state = editing.snapshot;
    if (!state.draft) return renderUnread(state);
    const onAction = (event: EditorActionEvent) => this.handleAction(event);
    return renderEditor({ widgetId, step, state, editing, request, onAction }, state.draft);
  }
}
