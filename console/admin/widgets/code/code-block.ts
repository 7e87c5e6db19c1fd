import { LitElement, css, html } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { copyText } from './copy-text.js';

/** Milliseconds for which the button confirms the copy. */
const confirmedFor = 2_000;

/** @summary A block of text to copy, such as code or a key. It scrolls inside its box. */
export class CodeBlock extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }

      pre {
        max-height: 420px;
        margin: 0;
        padding: 14px 100px 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        font:
          13px/1.5 ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
        overflow: auto;
        tab-size: 2;
      }

      button {
        position: absolute;
        top: 8px;
        right: 8px;
        z-index: 1;
      }
    `,
  ];
  static override properties = {
    text: {},
    label: {},
    outcome: { state: true },
  };

  declare text: string;
  /** What the text is, such as "the tag"; also the accessible name of the box. */
  declare label: string;
  declare protected outcome: '' | 'Copied' | 'Press Ctrl+C';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.label = '';
    this.outcome = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async copy(): Promise<void> {
    this.outcome = (await copyText(this.text)) ? 'Copied' : 'Press Ctrl+C';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.outcome = ''), confirmedFor);
  }

  override render() {
    return html`<button type="button" class="small" aria-label="Copy ${this.label}" @click=${this.copy}>
        ${this.outcome || 'Copy'}
      </button>
      <span class="visually-hidden" role="status">${this.outcome}</span>
      <pre tabindex="0" role="region" aria-label=${this.label}>${this.text}</pre>`;
  }
}
