import { html, nothing } from 'lit';
import { wallTime } from '../../../client/wall-time.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { Strings } from '../../strings/en.js';
import { dayText, isOtherDay } from './time-text.js';

/** The line above an item that begins another chat or another day. */
export function renderDivider(
  { id, absoluteTime }: TranscriptItem,
  before: TranscriptItem | undefined,
  strings: Strings,
) {
  const isOtherChat = before !== undefined && contactOf(before.id) !== contactOf(id);
  const isNewDay = !before || isOtherDay(before.absoluteTime, absoluteTime);
  if (!isOtherChat && !isNewDay) return nothing;
  return html`<p class="divider">
    ${isOtherChat ? html`<span>${strings.newChat}</span>` : nothing}
    ${isNewDay ? html`<time>${dayText(absoluteTime, strings, wallTime())}</time>` : nothing}
  </p>`;
}

/** An item's id begins with its contact's. */
const contactOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
