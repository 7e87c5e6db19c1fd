import { LitElement, html, nothing } from 'lit';
import { TalkEvent, type TalkIntent } from '../events/talk-event.js';
import { en, type Strings } from '../strings/en.js';
import { moreIcon } from './icons.js';
import { menuStyles } from './menu.styles.js';
import { reset } from './reset.styles.js';

/**
 * @summary What else can be done with a chat, behind a button: keep its transcript, turn the sound off.
 * @csspart menu-button @csspart menu
 */
export class Menu extends LitElement {
  static override styles = [reset, menuStyles];
  static override properties = {
    isQuiet: { type: Boolean },
    hasTranscript: { type: Boolean },
    hasSound: { type: Boolean },
    strings: { attribute: false },
    isOpen: { state: true },
    isCopied: { state: true },
  };

  /** Whether the sound is off. */
  declare isQuiet: boolean;
  /** Whether there is anything to be kept. */
  declare hasTranscript: boolean;
  /** Whether there is a sound that can be turned off. */
  declare hasSound: boolean;
  declare strings: Strings;
  declare protected isOpen: boolean;
  declare protected isCopied: boolean;

  constructor() {
    super();
    this.isQuiet = false;
    this.hasTranscript = false;
    this.hasSound = false;
    this.strings = en;
    this.isOpen = false;
    this.isCopied = false;
  }

  private get button(): HTMLElement {
    return this.renderRoot.querySelector('button')!;
  }

  private toggle(): void {
    this.isOpen = !this.isOpen;
    this.isCopied = false;
  }

  private close(): void {
    this.isOpen = false;
    this.button.focus();
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    // The first Escape closes the menu, the next the panel.
    event.stopPropagation();
    this.close();
  }

  /** Whoever goes elsewhere is done with it. */
  private handleFocusOut({ relatedTarget }: FocusEvent): void {
    const isInside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (relatedTarget && !isInside) this.isOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isOpen = false;
    document.removeEventListener('pointerdown', this.handleElsewhere);
  }

  /** Listens elsewhere only while there is something to close. */
  protected override updated(): void {
    if (this.isOpen) document.addEventListener('pointerdown', this.handleElsewhere);
    else document.removeEventListener('pointerdown', this.handleElsewhere);
  }

  private readonly handleElsewhere = (event: Event): void => {
    if (event.composedPath().indexOf(this) < 0) this.isOpen = false;
  };

  private choose(intent: TalkIntent): () => void {
    return () => {
      this.dispatchEvent(new TalkEvent(intent));
      this.close();
    };
  }

  private copy(): void {
    const told = (isCopied: boolean): void => void (this.isCopied = isCopied);
    this.dispatchEvent(new TalkEvent({ type: 'copy', told }));
  }

  override render() {
    const { strings, isOpen } = this;
    if (!this.hasTranscript && !this.hasSound) return nothing;
    return html`<div @keydown=${this.handleKey} @focusout=${this.handleFocusOut}>
      <button
        class="opener"
        part="menu-button"
        aria-label=${strings.more}
        title=${strings.more}
        aria-expanded=${String(isOpen)}
        @click=${this.toggle}
      >
        ${moreIcon}
      </button>
      ${
        isOpen
          ? html`<ul part="menu">
              ${this.renderChoices()}
            </ul>`
          : nothing
      }
    </div>`;
  }

  private renderChoices() {
    const { strings, isQuiet } = this;
    return html`${
      this.hasTranscript
        ? html`<li><button @click=${this.choose({ type: 'save' })}>${strings.saveTranscript}</button></li>
            <li>
              <button @click=${this.copy}>${strings.copyTranscript}</button>
              <span role="status">${this.isCopied ? strings.copied : nothing}</span>
            </li>`
        : nothing
    }
    ${
      this.hasSound
        ? html`<li>
            <button @click=${this.choose({ type: 'quiet', isQuiet: !isQuiet })}>
              ${isQuiet ? strings.soundOn : strings.soundOff}
            </button>
          </li>`
        : nothing
    }`;
  }
}
