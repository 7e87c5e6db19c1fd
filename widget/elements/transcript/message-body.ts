import { html, type TemplateResult } from 'lit';
import { fileKind, tagFor, textKind } from '../../rich/load-rich.js';
import type { Strings } from '../../strings/en.js';
import { plainContent, type Said } from '../../../shared/plain-content.js';

/** Whether a message is something to choose from, which takes the room that it needs. */
export const isWide = ({ contentType }: Said): boolean => tagFor(contentType) === 'connect-chat-interactive';

/** Renders what is said: text with its links; or an element that is loaded once such a thing is said. */
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

/** A text; an element shows its links, or the time that it is, where it may hold some or be one. */
export function textBody(text: string, { language }: Pick<Strings, 'language'>): TemplateResult {
  if (!/https?:|^\d{4}-\d\d-\d\dT/i.test(text)) return html`${text}`;
  tagFor(textKind);
  return html`<connect-chat-text .text=${text} .language=${language}>${text}</connect-chat-text>`;
}
