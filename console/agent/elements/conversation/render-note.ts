import { html, nothing } from 'lit';
import { textBody } from '../../../../widget/elements/transcript/message-body.js';
import { timeText } from '../../../../widget/elements/transcript/time-text.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { staffLanguage } from '../../../time/time-text.js';

type TimeStrings = Parameters<typeof timeText>[1];

/** Renders a private note in its place among the messages, in a colour of its own and with words that say what it is. */
export function renderNote(
  { content, displayName, transferredTo, absoluteTime }: TranscriptItem,
  strings: TimeStrings,
) {
  const name = displayName ?? '';
  const title =
    transferredTo === undefined
      ? `Private note from ${name}`
      : `${name} transferred the chat to ${transferredTo}`;
  return html`<div class="private-note">
    <span class="title">${title} <time>${timeText(absoluteTime, strings)}</time></span>
    ${content ? html`<div class="text" dir="auto">${textBody(content, { language: staffLanguage })}</div>` : nothing}
  </div>`;
}
