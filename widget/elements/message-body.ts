import { html, type TemplateResult } from 'lit';
import { fileKind, linkKind, tagFor } from '../rich/load-rich.js';
import type { Strings } from '../strings/en.js';
import { plainContent, type Said } from '../../shared/plain-content.js';

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
  return linkedBody(text);
}

/** A text; an element makes its links, where it may hold some. */
export function linkedBody(text: string): TemplateResult {
  if (!/https?:/i.test(text)) return html`${text}`;
  tagFor(linkKind);
  return html`<connect-chat-linked .text=${text}>${text}</connect-chat-linked>`;
}
