import { LitElement, html } from 'lit';
import { DrawnEvent } from '../events/drawn-event.js';
import { reset } from '../elements/reset.styles.js';
import { markdownStyles } from './markdown.styles.js';
import { renderMarkdown } from './render-markdown.js';

/**
 * @summary A text in Markdown, as far as chats need it. What it can't show (markup, pictures, tables) it shows as text or
 * as a link. Until it is defined, its children stand in its place: the same text, plain.
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
