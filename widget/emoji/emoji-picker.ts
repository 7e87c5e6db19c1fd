import { LitElement, css, html } from 'lit';
import { arrowTarget } from '../elements/arrow-target.js';
import { reset } from '../elements/reset.styles.js';
import { EmojiEvent } from '../events/emoji-event.js';
import { en, type Strings } from '../strings/en.js';
import { emoji } from './emoji-list.js';

/**
 * @summary A grid of emoji. It is one stop of the Tab key; arrow keys move within it. Screen readers read each
 * emoji's name.
 * @event connect-chat-emoji - An emoji was chosen.
 */
export class EmojiPicker extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
      }

      div {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(38px, 1fr));
        max-height: 190px;
        padding: 6px;
        overflow-y: auto;
        overscroll-behavior: contain;
      }

      button {
        width: 38px;
        height: 38px;
        border-radius: 8px;
        font-size: 22px;
        line-height: 38px;
        text-align: center;
      }

      button:hover {
        background: rgba(128, 128, 128, 0.2);
      }

      button:focus-visible {
        outline-color: var(--accent-color);
        outline-offset: -2px;
      }
    `,
  ];
  static override properties = { strings: { attribute: false }, current: { state: true } };

  declare strings: Strings;
  /** The index of the emoji that the Tab key stops at. */
  declare protected current: number;

  constructor() {
    super();
    this.strings = en;
    this.current = 0;
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  private handleKey(event: KeyboardEvent): void {
    const target = arrowTarget(event.key, event.target as HTMLButtonElement, this.buttons);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.buttons[this.current]?.focus(options));
  }

  override render() {
    return html`<div role="group" aria-label=${this.strings.emoji} @keydown=${this.handleKey}>
      ${emoji.map(
        (each, index) =>
          html`<button
            type="button"
            tabindex=${index === this.current ? 0 : -1}
            @focus=${() => (this.current = index)}
            @click=${() => this.dispatchEvent(new EmojiEvent(each))}
          >
            ${each}
          </button>`,
      )}
    </div>`;
  }
}
