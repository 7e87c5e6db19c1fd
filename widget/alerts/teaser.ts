import { LitElement, html, type PropertyValues } from 'lit';
import type { PageTheme } from '../../shared/widget-config.js';
import { drawIcon } from '../elements/draw-icon.js';
import { initialsOf } from '../elements/initials.js';
import { setPanelColours } from '../elements/panel/panel-colours.js';
import { chatIcon } from '../elements/launcher-icons.js';
import { reset } from '../elements/reset.styles.js';
import { tokens } from '../elements/tokens.styles.js';
import { en, type Strings } from '../strings/en.js';
import { teaserStyles } from './teaser.styles.js';

const closeIcon = drawIcon('m7 7 10 10M17 7 7 17');

/**
 * @summary The last message, shown beside the launcher of a closed panel. Pressing it opens the chat.
 * @event open - The visitor wants to open the chat.
 * @event close - The visitor dismissed the message.
 * @csspart teaser
 */
export class Teaser extends LitElement {
  static override styles = [reset, tokens, teaserStyles];
  static override properties = {
    name: {},
    text: {},
    isPerson: { type: Boolean },
    theme: { attribute: false },
    scheme: { reflect: true },
    strings: { attribute: false },
  };

  /** The sender's name. */
  declare name: string;
  declare text: string;
  /** Whether the sender is a person, who has initials. */
  declare isPerson: boolean;
  declare theme: PageTheme | undefined;
  declare scheme: 'light' | 'dark';
  declare strings: Strings;

  constructor() {
    super();
    this.name = '';
    this.text = '';
    this.isPerson = true;
    this.scheme = 'light';
    this.strings = en;
  }

  #ask(name: 'open' | 'close'): void {
    this.dispatchEvent(new Event(name));
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#ask('close');
  }

  protected override updated(changed: PropertyValues): void {
    if (this.theme && (changed.has('theme') || changed.has('scheme')))
      setPanelColours(this, this.theme, this.scheme);
  }

  override render() {
    const { name, text, strings } = this;
    return html`<div class="teaser" part="teaser" @keydown=${this.#handleKey}>
      <button class="message" @click=${() => this.#ask('open')}>
        <span class="face" aria-hidden="true">${this.isPerson ? initialsOf(name) : chatIcon}</span>
        <span class="words"><b>${name}</b> <span dir="auto">${text}</span></span>
      </button>
      <button
        class="away"
        aria-label=${strings.dismiss}
        title=${strings.dismiss}
        @click=${() => this.#ask('close')}
      >
        ${closeIcon}
      </button>
    </div>`;
  }
}
