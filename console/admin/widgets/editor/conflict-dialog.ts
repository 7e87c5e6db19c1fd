import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { EditorActionEvent, type EditorAction } from './editor-action-event.js';
import { renderDifferences } from '../fields/render-differences.js';
import { sectionStyles } from '../fields/section.styles.js';
import type { Conflict } from './editor-state.js';

/**
 * @summary Shown when someone else saved the widget in the meantime: lists their changes, and asks what to do with
 *   the user's own.
 * @event connect-chat-editor-action - A button was pressed.
 */
export class ConflictDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles];
  static override properties = { conflict: { attribute: false } };

  declare conflict: Conflict;

  private ask(action: EditorAction): () => void {
    return () => void this.dispatchEvent(new EditorActionEvent(action));
  }

  override render() {
    const { by, merged } = this.conflict;
    const { theirs, conflicts } = merged;
    return html`<connect-chat-staff-dialog
      heading="${by ?? 'Someone else'} saved while you were editing"
      .style=${'--dialog-width: 620px'}
      @connect-chat-dismiss=${this.ask('review-conflict')}
    >
      <div class="stack">
        <p>Your changes aren’t saved yet. ${by ?? 'They'} changed:</p>
        ${renderDifferences(theirs)}
        ${
          conflicts.length > 0
            ? html`<p class="alert">You both changed these:</p>
                ${renderDifferences(conflicts, { before: 'Theirs', after: 'Yours' })}`
            : nothing
        }
        <div class="actions end">
          <button type="button" data-focus @click=${this.ask('review-conflict')}>Review first</button>
          <button type="button" @click=${this.ask('discard')}>Discard mine</button>
          <button type="button" class="primary" @click=${this.ask('keep-mine')}>
            ${conflicts.length > 0 ? 'Overwrite with mine' : 'Keep both'}
          </button>
        </div>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
