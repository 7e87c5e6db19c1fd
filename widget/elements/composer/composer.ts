import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { charactersLeft } from '../../../client/characters-left.js';
import type { EmojiEvent } from '../../events/emoji-event.js';
import { FileEvent } from '../../events/file-event.js';
import { ChatIntentEvent } from '../../events/chat-intent-event.js';
import { en, type Strings } from '../../strings/en.js';
import { fill } from '../../strings/fill.js';
import { composerStyles } from './composer.styles.js';
import { attachIcon, emojiIcon, sendIcon } from '../icons.js';
import { reset } from '../reset.styles.js';

/** The number of remaining characters from which it is shown. */
const countsFrom = 100;

/**
 * @summary The field for a message. Enter sends it, Shift+Enter begins a new line. A text that is too long is marked,
 * and never cut.
 */
export class Composer extends LitElement {
  static override styles = [reset, composerStyles];
  static override properties = {
    draft: {},
    hasEmoji: { type: Boolean },
    hasFiles: { type: Boolean },
    longMessages: { type: Boolean },
    strings: { attribute: false },
    isChoosing: { state: true },
  };

  /** The unsent text. */
  declare draft: string;
  /** Whether there is a button for emoji. */
  declare hasEmoji: boolean;
  /** Whether files can be sent. */
  declare hasFiles: boolean;
  /** Whether long messages are allowed. */
  declare longMessages: boolean | undefined;
  declare strings: Strings;
  /** Whether the emoji picker is open. */
  declare protected isChoosing: boolean;

  constructor() {
    super();
    this.draft = '';
    this.hasEmoji = false;
    this.hasFiles = false;
    this.isChoosing = false;
    this.strings = en;
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  get #isSendable(): boolean {
    return this.draft.trim() !== '' && this.#left >= 0;
  }

  /** The number of characters that may be added; negative if the text is too long. */
  get #left(): number {
    return charactersLeft(this.draft, this.longMessages);
  }

  #handleInput(): void {
    this.draft = this.#field.value;
    this.dispatchEvent(new ChatIntentEvent({ type: 'draft', text: this.draft }));
  }

  #handleKey(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word. Safari reports that by keyCode 229 only.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  async #toggleEmoji(): Promise<void> {
    this.isChoosing = !this.isChoosing;
    if (!this.isChoosing) return this.#field.focus();
    await import('../../emoji/define.js').catch(() => undefined);
    this.renderRoot.querySelector<HTMLElement>('connect-chat-emoji-picker')?.focus();
  }

  /** Inserts an emoji at the cursor. */
  #handleEmoji({ emoji }: EmojiEvent): void {
    const field = this.#field;
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    this.#handleInput();
    this.isChoosing = false;
    field.focus();
  }

  #handleFiles({ target }: { target: HTMLInputElement }): void {
    this.dispatchEvent(new FileEvent({ type: 'attach', files: [...target.files!] }));
    // Without this, choosing the same file again would be no change.
    target.value = '';
    this.#field.focus();
  }

  #handleEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isChoosing) return;
    // The first Escape closes the picker, the next one the panel.
    event.stopPropagation();
    this.isChoosing = false;
    this.#field.focus();
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    if (!this.#isSendable) return;
    const text = this.draft;
    this.draft = '';
    this.dispatchEvent(new ChatIntentEvent({ type: 'send', text }));
    this.#field.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('draft')) return;
    const field = this.#field;
    if (field.value !== this.draft) field.value = this.draft;
    // Fits the height to the text, within the limit of the style. Set by script, which a strict CSP allows.
    field.style.height = '';
    if (this.draft) field.style.height = `${field.scrollHeight}px`;
  }

  override focus(options?: FocusOptions): void {
    // The element may be focused before it has rendered.
    void this.updateComplete.then(() => this.#field.focus(options));
  }

  override render() {
    const { strings } = this;
    return html`${this.isChoosing ? this.#renderEmoji() : nothing}
      <form @submit=${this.#handleSubmit} @keydown=${this.#handleEscape}>
        <textarea
          part="composer-input"
          rows="1"
          aria-label=${strings.message}
          aria-describedby="count"
          placeholder=${strings.placeholder}
          enterkeyhint="send"
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
        ></textarea>
        ${this.hasFiles ? this.#renderAttachButton() : nothing}
        ${this.hasEmoji ? this.#renderEmojiButton() : nothing}
        <button
          class="send"
          part="send-button"
          type="submit"
          aria-label=${strings.send}
          aria-disabled=${String(!this.#isSendable)}
        >
          ${sendIcon}
        </button>
      </form>
      ${this.#renderCount()}`;
  }

  #renderAttachButton() {
    const { attach } = this.strings;
    return html`<input type="file" multiple hidden aria-label=${attach} @change=${this.#handleFiles} />
      <button
        type="button"
        part="attach-button"
        aria-label=${attach}
        title=${attach}
        @click=${() => this.renderRoot.querySelector('input')!.click()}
      >
        ${attachIcon}
      </button>`;
  }

  #renderEmojiButton() {
    const { emoji } = this.strings;
    return html`<button
      type="button"
      part="emoji-button"
      aria-label=${emoji}
      title=${emoji}
      aria-expanded=${String(this.isChoosing)}
      @click=${this.#toggleEmoji}
    >
      ${emojiIcon}
    </button>`;
  }

  #renderEmoji() {
    return html`<connect-chat-emoji-picker
      .strings=${this.strings}
      @connect-chat-emoji=${this.#handleEmoji}
      @keydown=${this.#handleEscape}
    ></connect-chat-emoji-picker>`;
  }

  #renderCount() {
    const left = this.#left;
    if (left > countsFrom) return nothing;
    const { charactersOver, charactersLeft } = this.strings;
    const text = left < 0 ? fill(charactersOver, { count: -left }) : fill(charactersLeft, { count: left });
    return html`<p id="count" data-over=${String(left < 0)} role="status">${text}</p>`;
  }
}
