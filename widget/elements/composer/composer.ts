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

/** From so few characters left on, their number is shown. */
const countsFrom = 100;

/**
 * @summary Where a message is written. Enter sends it, Shift+Enter begins a new line. A text that is too long is said
 * to be so and kept as it is, never cut.
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
  /** Whether emoji can be chosen from a list. */
  declare hasEmoji: boolean;
  /** Whether files can be sent. */
  declare hasFiles: boolean;
  /** Whether a message may be long. */
  declare longMessages: boolean | undefined;
  declare strings: Strings;
  /** Whether the list of emoji is shown. */
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

  /** How many characters more there may be. */
  get #left(): number {
    return charactersLeft(this.draft, this.longMessages);
  }

  #handleInput(): void {
    this.draft = this.#field.value;
    this.dispatchEvent(new ChatIntentEvent({ type: 'draft', text: this.draft }));
  }

  #handleKey(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word (keyCode 229 where Safari says so only by that).
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

  /** Puts a chosen one where the cursor is, and goes on there. */
  #handleEmoji({ emoji }: EmojiEvent): void {
    const field = this.#field;
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    this.#handleInput();
    this.isChoosing = false;
    field.focus();
  }

  #handleFiles({ target }: { target: HTMLInputElement }): void {
    this.dispatchEvent(new FileEvent({ type: 'attach', files: [...target.files!] }));
    // Chosen again, the same file is another one to send.
    target.value = '';
    this.#field.focus();
  }

  #handleEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isChoosing) return;
    // The first Escape closes the list, the next the panel.
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
    // As tall as its text, up to what the style allows. Set by script, which a strict CSP lets pass.
    field.style.height = '';
    if (this.draft) field.style.height = `${field.scrollHeight}px`;
  }

  override focus(options?: FocusOptions): void {
    // Whoever has just made this element may ask before it is drawn.
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
