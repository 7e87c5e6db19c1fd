import { LitElement, html, nothing } from 'lit';
import { reset } from '../elements/reset.styles.js';
import { ChatIntentEvent, type ChatIntent } from '../events/chat-intent-event.js';
import { en, type Strings } from '../strings/en.js';
import { menuStyles } from './menu.styles.js';

/**
 * @summary The menu of a chat: save or copy the transcript, turn the sound off. Its owner removes it when it asks to
 * be closed.
 * @event close - Something was chosen, or the menu was dismissed.
 * @csspart menu
 */
export class Menu extends LitElement {
  static override styles = [reset, menuStyles];
  static override properties = {
    isQuiet: { type: Boolean },
    hasTranscript: { type: Boolean },
    hasSound: { type: Boolean },
    strings: { attribute: false },
    isCopied: { state: true },
  };

  /** Whether the sound is off. */
  declare isQuiet: boolean;
  /** Whether there is a transcript to save. */
  declare hasTranscript: boolean;
  /** Whether the widget has a sound. */
  declare hasSound: boolean;
  declare strings: Strings;
  declare protected isCopied: boolean;

  constructor() {
    super();
    this.isQuiet = false;
    this.hasTranscript = false;
    this.hasSound = false;
    this.strings = en;
    this.isCopied = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.handleElsewhere);
    this.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.handleElsewhere);
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private readonly handleElsewhere = (event: Event): void => {
    if (event.composedPath().indexOf(this) < 0) this.close();
  };

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // The first Escape closes the menu, the next one the panel.
    event.stopPropagation();
    this.close();
  }

  private choose(intent: ChatIntent): () => void {
    return () => {
      this.dispatchEvent(new ChatIntentEvent(intent));
      this.close();
    };
  }

  private copy(): void {
    const told = (isCopied: boolean): void => void (this.isCopied = isCopied);
    this.dispatchEvent(new ChatIntentEvent({ type: 'copy', told }));
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus(options));
  }

  override render() {
    return html`<ul part="menu" @keydown=${this.handleKey}>
      ${this.hasTranscript ? this.renderTranscript() : nothing}
      ${this.hasSound ? this.renderSound() : nothing}
    </ul>`;
  }

  private renderTranscript() {
    const { strings } = this;
    return html`<li><button @click=${this.choose({ type: 'save' })}>${strings.saveTranscript}</button></li>
      <li>
        <button @click=${this.copy}>${strings.copyTranscript}</button>
        <span role="status">${this.isCopied ? strings.copied : nothing}</span>
      </li>`;
  }

  private renderSound() {
    const { strings, isQuiet } = this;
    return html`<li>
      <button @click=${this.choose({ type: 'quiet', isQuiet: !isQuiet })}>
        ${isQuiet ? strings.soundOn : strings.soundOff}
      </button>
    </li>`;
  }
}
