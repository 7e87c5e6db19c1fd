import { LitElement, html, nothing } from 'lit';
import { inWords } from '../../../../shared/in-words.js';
import { limits } from '../../../../shared/limits.js';
import { controls } from '../../../theme/controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import { noteEditorStyles } from './note-editor.styles.js';

/**
 * @summary Where a private note is written. Enter begins a new line; Ctrl+Enter (⌘+Enter) adds the note, Escape closes
 * the editor and keeps the text.
 * @event connect-chat-agent-intent - The agent writes, or adds the note.
 * @event close - The agent is done with it.
 */
export class NoteEditor extends LitElement {
  static override styles = [controls, noteEditorStyles];
  static override properties = { contactId: {}, draft: {} };

  declare contactId: string;
  /** The note that is not finished. */
  declare draft: string;

  constructor() {
    super();
    this.draft = '';
  }

  /** Puts the cursor where the agent writes. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private get isTooLong(): boolean {
    return this.draft.length > limits.noteCharacters;
  }

  private readonly handleInput = (event: Event): void => {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.dispatchEvent(new IntentEvent({ type: 'note-draft', contactId: this.contactId, text: this.draft }));
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.add();
  };

  private add(): void {
    const text = this.draft.trim();
    if (text === '' || this.isTooLong) return this.focus();
    this.draft = '';
    this.dispatchEvent(new IntentEvent({ type: 'note', contactId: this.contactId, text }));
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  override render() {
    const { isTooLong } = this;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.add();
      }}
    >
      <label for="note">Private note</label>
      <p id="hint">Only your team sees it.</p>
      <textarea
        id="note"
        rows="3"
        aria-describedby="hint ${isTooLong ? 'error' : ''}"
        aria-invalid=${String(isTooLong)}
        .value=${this.draft}
        @input=${this.handleInput}
        @keydown=${this.handleKey}
      ></textarea>
      ${isTooLong ? html`<p id="error" class="error">A note can have ${inWords(limits.noteCharacters)} characters.</p>` : nothing}
      <div class="answers">
        <button type="button" class="small" @click=${this.close}>Cancel</button>
        <button class="small primary">Save note</button>
      </div>
    </form>`;
  }
}
