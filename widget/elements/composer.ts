import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { limits } from '../../shared/limits.js';
import { TalkEvent } from '../events/talk-event.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { composerStyles } from './composer.styles.js';
import { sendIcon } from './icons.js';
import { reset } from './reset.styles.js';

/** From so few characters left on, their number is shown. */
const countsFrom = 100;

/**
 * @summary Where a message is written. Enter sends it, Shift+Enter begins a new line. A text that is too long is said
 * to be so and kept as it is, never cut.
 */
export class Composer extends LitElement {
  static override styles = [reset, composerStyles];
  static override properties = { draft: {}, strings: { attribute: false } };

  /** The unsent text. */
  declare draft: string;
  declare strings: Strings;

  constructor() {
    super();
    this.draft = '';
    this.strings = en;
  }

  private get field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  private get isSendable(): boolean {
    return this.draft.length > 0 && this.draft.trim() !== '' && this.draft.length <= limits.messageCharacters;
  }

  private handleInput(): void {
    this.draft = this.field.value;
    this.dispatchEvent(new TalkEvent({ type: 'draft', text: this.draft }));
  }

  private handleKey(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word (keyCode 229 where Safari says so only by that).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send();
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    this.send();
  }

  private send(): void {
    if (!this.isSendable) return;
    const text = this.draft;
    this.draft = '';
    this.dispatchEvent(new TalkEvent({ type: 'send', text }));
    this.field.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('draft')) return;
    const { field } = this;
    if (field.value !== this.draft) field.value = this.draft;
    // As tall as its text, up to what the style allows. Set by script, which a strict CSP lets pass.
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  override focus(options?: FocusOptions): void {
    // Whoever has just made this element may ask before it is drawn.
    void this.updateComplete.then(() => this.field.focus(options));
  }

  override render() {
    const { strings } = this;
    return html`<form @submit=${this.handleSubmit}>
        <textarea
          part="composer-input"
          rows="1"
          aria-label=${strings.message}
          aria-describedby="count"
          placeholder=${strings.placeholder}
          enterkeyhint="send"
          @input=${this.handleInput}
          @keydown=${this.handleKey}
        ></textarea>
        <button
          part="send-button"
          type="submit"
          aria-label=${strings.send}
          aria-disabled=${String(!this.isSendable)}
        >
          ${sendIcon}
        </button>
      </form>
      ${this.renderCount()}`;
  }

  private renderCount() {
    const left = limits.messageCharacters - this.draft.length;
    if (left > countsFrom) return nothing;
    const { charactersOver, charactersLeft } = this.strings;
    const text = left < 0 ? fill(charactersOver, { count: -left }) : fill(charactersLeft, { count: left });
    return html`<p id="count" data-over=${String(left < 0)} role="status">${text}</p>`;
  }
}
