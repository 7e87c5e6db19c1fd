import '../strings/en-later.js';
import { wallTime } from '../../client/wall-time.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { plainContent } from '../../shared/plain-content.js';
import { shownConfiguration, type ConversationContext } from '../conversation/conversation-host.js';
import { withEarlier } from '../conversation/state/conversation-state.js';
import { timeText } from '../elements/transcript/time-text.js';
import type { ChatIntent } from '../events/chat-intent-event.js';
import { saveFile } from '../page/save-file.js';
import type { Strings } from '../strings/en.js';
import { eventText } from '../strings/event-text.js';
import { speakerName } from '../strings/speaker-name.js';

interface KeepContext extends ConversationContext {
  readonly strings: Strings;
}

/** Saves or copies the transcript, as the visitor asked. */
export async function keepTranscript(
  intent: ChatIntent & { type: 'save' | 'copy' },
  { host, session, current, strings }: KeepContext,
): Promise<void> {
  const { title } = shownConfiguration(host).texts;
  const items = withEarlier(current.value, session.items);
  const text = transcriptText(title, items, strings);
  if (intent.type === 'copy') return intent.told(await copyText(text));
  saveText(
    `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${new Date(wallTime()).toISOString().slice(0, 10)}.txt`,
    text,
  );
}

/** Formats a chat as a text: time, sender and content, one item on each line. */
export function transcriptText(title: string, items: readonly TranscriptItem[], strings: Strings): string {
  const lines = items.map((item) => {
    const told = lineOf(item, strings);
    return told === '' ? '' : `[${momentText(item.absoluteTime, strings)}] ${told}\n`;
  });
  return `${title}\n\n${lines.join('')}`;
}

/** Formats an ISO 8601 time with its day, in the reader's time zone. */
export function momentText(at: string, { language }: Strings): string {
  const day = new Date(at).toLocaleDateString(language, { year: 'numeric', month: 'long', day: 'numeric' });
  return `${day}, ${timeText(at, { language })}`;
}

function lineOf(item: TranscriptItem, strings: Strings): string {
  const isOwn = item.participantRole === 'CUSTOMER';
  const name = isOwn ? strings.you : speakerName(item, strings);
  if (item.type !== 'EVENT') return `${name}: ${plainContent(item)}`;
  return isOwn ? '' : eventText(item, name, strings);
}

/** Saves a text as a file. */
export function saveText(name: string, text: string): void {
  // The byte order mark tells programs that guess the encoding that this is UTF-8.
  saveFile(name, new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
}

/** Copies a text to the clipboard; returns false if the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
