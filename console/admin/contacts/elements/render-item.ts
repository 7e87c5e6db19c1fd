import { html, nothing } from 'lit';
import { plainContent } from '../../../../shared/plain-content.js';
import {
  eventSentences,
  transcriptEvents,
  type TranscriptEvent,
} from '../../../../shared/transcript-events.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { staffLanguage } from '../../../time/time-text.js';

const sentences = new Map<string, string>(
  Object.entries(transcriptEvents).map(([name, type]) => [type, eventSentences[name as TranscriptEvent]]),
);

/** An item of a transcript, as a list item: who, when, what. */
export function renderItem(item: TranscriptItem, contactId: string) {
  const { type, absoluteTime, participantRole } = item;
  const text = textOf(item);
  if (type === 'EVENT')
    return html`<li class="event">${text} <time datetime=${absoluteTime}>${timeOf(absoluteTime)}</time></li>`;
  const kind = type === 'NOTE' ? 'note' : participantRole === 'CUSTOMER' ? 'customer' : 'other';
  return html`<li class=${kind}>
    <p class="who">${titleOf(item)} <time datetime=${absoluteTime}>${timeOf(absoluteTime)}</time></p>
    ${item.attachment ? renderFile(item, contactId) : text ? html`<p class="said" dir="auto">${text}</p>` : nothing}
  </li>`;
}

function renderFile({ attachment }: TranscriptItem, contactId: string) {
  const { attachmentId, name, hasMacros } = attachment!;
  const address = `/api/contacts/${encodeURIComponent(contactId)}/attachments/${encodeURIComponent(attachmentId)}`;
  return html`<p class="said">
    <a href=${address} download=${name}>${name}</a
    >${hasMacros ? ' (contains macros: open it only if you trust the sender)' : ''}
  </p>`;
}

function titleOf({ type, displayName, transferredTo }: TranscriptItem): string {
  const name = displayName ?? '';
  if (type !== 'NOTE') return name;
  return transferredTo === undefined
    ? `Private note from ${name}`
    : `${name} transferred the chat to ${transferredTo}`;
}

function textOf(item: TranscriptItem): string {
  const { type, contentType, displayName } = item;
  if (type !== 'EVENT') return plainContent(item);
  return sentences.get(contentType)?.replace('{name}', () => displayName ?? '') ?? contentType;
}

/** The parts one by one: Firefox has `dateStyle` and `timeStyle` since version 79, Safari since 14.1. */
const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(staffLanguage, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
