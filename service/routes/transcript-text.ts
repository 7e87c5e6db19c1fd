import { contentTypes } from '../../shared/content-types.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';

const eventText: Record<string, (name: string) => string> = {
  [contentTypes.joined]: (name) => `${name} joined`,
  [contentTypes.left]: (name) => `${name} left`,
  [contentTypes.ended]: () => 'The chat ended',
};

/** A transcript for people: a line an item, with its time in UTC; further lines of a message are indented. */
export const transcriptText = (items: readonly TranscriptItem[]): string => items.map(line).join('');

function line({ absoluteTime, displayName, contentType, content }: TranscriptItem): string {
  const name = displayName ?? '';
  const text =
    content === null ? (eventText[contentType]?.(name) ?? contentType) : `${name}: ${indented(content)}`;
  return `${absoluteTime} ${text}\n`;
}

const indented = (text: string): string => text.replace(/\r\n|\r|\n/g, '\n    ');
