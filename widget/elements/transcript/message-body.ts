import { html, type TemplateResult } from 'lit';
import { fileKind, tagFor, textKind } from '../../rich/load-rich.js';
import type { Strings } from '../../strings/en.js';
import { plainContent, type Said } from '../../../shared/plain-content.js';

/** Whether a message offers choices, and takes the full width. */
export const isWide = ({ contentType }: Said): boolean => tagFor(contentType) === 'connect-chat-interactive';

/** Renders the content of a message: text with links, or an element that is loaded with the first such message. */
export function renderBody(said: Said, isOpen: boolean, strings: Strings): TemplateResult {
  const text = plainContent(said);
  if (said.attachment) {
    tagFor(fileKind);
    return html`<connect-chat-attachment
      .attachment=${said.attachment}
      .contentType=${said.contentType}
      .itemId=${said.id}
      .strings=${strings}
      >${text}</connect-chat-attachment
    >`;
  }
  const tag = tagFor(said.contentType);
  if (tag === 'connect-chat-markdown')
    return html`<connect-chat-markdown .text=${text}>${text}</connect-chat-markdown>`;
  if (tag === 'connect-chat-interactive')
    return html`<connect-chat-interactive
      .content=${said.content ?? ''}
      .isOpen=${isOpen}
      .language=${strings.language}
      .strings=${strings}
      >${text}</connect-chat-interactive
    >`;
  return textBody(text, strings);
}

/** Renders a text. If it may contain links or be a time, an element shows them. */
export function textBody(text: string, { language }: Pick<Strings, 'language'>): TemplateResult {
  if (!/https?:|^\d{4}-\d\d-\d\dT/i.test(text)) return html`${text}`;
  tagFor(textKind);
  return html`<connect-chat-text .text=${text} .language=${language}>${text}</connect-chat-text>`;
}
