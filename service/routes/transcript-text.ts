import { contentTypes } from '../../shared/content-types.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';

const eventText: Record<string, (name: string) => string> = {
  [contentTypes.joined]: (name) => `${name} joined`,
  [contentTypes.left]: (name) => `${name} left`,
  [contentTypes.ended]: () => 'The chat ended',
};

/** A transcript for people: a line an item, with its time in UTC; further lines of a message are indented. */
export const transcriptText = (items: readonly TranscriptItem[]): string => items.map(line).join('');

function line(item: TranscriptItem): string {
  return `${item.absoluteTime} ${textOf(item)}\n`;
}

function textOf({ displayName, contentType, content, attachment }: TranscriptItem): string {
  const name = displayName ?? '';
  if (attachment) return `${name} sent a file: ${attachment.name}`;
  return content === null ? (eventText[contentType]?.(name) ?? contentType) : `${name}: ${indented(content)}`;
}

const indented = (text: string): string => text.replace(/\r\n|\r|\n/g, '\n    ');
