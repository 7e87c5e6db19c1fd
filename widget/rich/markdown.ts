import { LitElement, html } from 'lit';
import { DrawnEvent } from '../events/drawn-event.js';
import { reset } from '../elements/reset.styles.js';
import { markdownStyles } from './markdown.styles.js';
import { renderMarkdown } from './render-markdown.js';

/**
 * @summary A text in Markdown. It shows markup, pictures and tables as text or links. Until it is defined, its
 * children replace it: the same text without format.
 */
export class MarkdownText extends LitElement {
  static override styles = [reset, markdownStyles];
  static override properties = { text: {} };

  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  protected override updated(): void {
    this.dispatchEvent(new DrawnEvent());
  }

  override render() {
    return renderMarkdown(this.text) ?? html`<p class="as-is">${this.text}</p>`;
  }
}
