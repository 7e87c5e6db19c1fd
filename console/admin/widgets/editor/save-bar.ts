import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import type { WidgetStep } from '../../state/route.js';
import { EditorActionEvent, type EditorAction } from './editor-action-event.js';
import type { MemberProblem } from '../state/member-problem.js';
import { saveBarStyles } from './save-bar.styles.js';

/**
 * @summary The bar at the bottom of the editor, always visible: unsaved changes, problems, and the buttons to save
 *   and continue.
 * @event connect-chat-editor-action - A button was pressed.
 */
export class SaveBar extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, saveBarStyles];
  static override properties = {
    step: {},
    unsaved: { type: Number },
    isBusy: { type: Boolean },
    news: {},
    failure: {},
    blocker: { attribute: false },
  };

  declare step: WidgetStep;
  /** The number of unsaved changes. */
  declare unsaved: number;
  declare isBusy: boolean;
  /** What was done last, in a sentence. */
  declare news: string;
  /** What went wrong, in a sentence. */
  declare failure: string;
  /** The problem that keeps the draft from being saved. */
  declare blocker: MemberProblem | undefined;

  constructor() {
    super();
    this.step = 'look';
    this.unsaved = 0;
    this.isBusy = false;
    this.news = '';
    this.failure = '';
  }

  private ask(action: EditorAction): () => void {
    return () => void this.dispatchEvent(new EditorActionEvent(action));
  }

  override render() {
    const { step, unsaved, news, failure, blocker } = this;
    const isShown = step === 'look' || step === 'sites' || unsaved > 0 || news || failure || blocker;
    return html`<div class="bar" data-shown=${isShown ? 'true' : 'false'}>
      <div role="alert">${this.renderProblem()}</div>
      <div class="line">
        <span class=${news ? 'news' : 'muted'} role="status">${news || this.state}</span>
        <span class="actions">${this.renderButtons()}</span>
      </div>
    </div>`;
  }

  private get state(): string {
    if (this.unsaved === 0) return 'All changes saved';
    return this.unsaved === 1 ? '1 unsaved change' : `${this.unsaved} unsaved changes`;
  }

  private renderProblem() {
    const { blocker, failure } = this;
    if (blocker)
      return html`<p class="alert">
        Not saved.
        <button type="button" class="link" @click=${this.ask('show-problem')}>${blocker.name}</button>:
        ${blocker.text}
      </p>`;
    return failure ? html`<p class="alert">${failure}</p>` : nothing;
  }

  private renderButtons() {
    const { step, unsaved } = this;
    return html`${
      unsaved > 0
        ? html`<button type="button" class="quiet" @click=${this.ask('discard')}>Discard</button>`
        : nothing
    }
    ${step === 'sites' ? html`<button type="button" @click=${this.ask('back')}>Back</button>` : nothing}
    ${unsaved > 0 && step !== 'sites' ? this.renderSave('save', step === 'look' ? '' : 'primary') : nothing}
    ${step === 'look' ? html`<button type="button" class="primary" @click=${this.ask('next')}>Next</button>` : nothing}
    ${step === 'sites' ? this.renderSave('save-and-continue', 'primary') : nothing}`;
  }

  private renderSave(action: 'save' | 'save-and-continue', look: string) {
    const name = action === 'save' ? 'Save' : 'Save and continue';
    return html`<button
      type="button"
      class=${look}
      aria-disabled=${this.isBusy ? 'true' : 'false'}
      @click=${this.ask(action)}
    >
      ${this.isBusy ? 'Saving…' : name}
    </button>`;
  }
}
