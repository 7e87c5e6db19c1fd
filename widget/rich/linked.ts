import { LitElement, css, html } from 'lit';
import { reset } from '../elements/reset.styles.js';
import { linkedText } from './linked-text.js';

/** @summary A plain text with its links. Until it is defined, its children stand in its place: the same text. */
export class Linked extends LitElement {
  static override styles = [
    reset,
    css`
      a {
        color: inherit;
        text-decoration: underline;
      }
    `,
  ];
  static override properties = { text: {} };

  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  override render() {
    return linkedText(this.text).map(({ text, href }) =>
      href === undefined
        ? html`${text}`
        : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`,
    );
  }
}
