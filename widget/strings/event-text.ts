import { transcriptEvents, type TranscriptEvent } from '../../shared/transcript-events.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Strings } from './en.js';
import { fill } from './fill.js';

/**
 * Returns the text of a transcript event; `name` is the participant's. Empty for an event that this release does not
 * know, and for a text that needs a name if `name` is empty.
 */
export function eventText({ contentType }: TranscriptItem, name: string, strings: Strings): string {
  for (const event in transcriptEvents)
    if (transcriptEvents[event as TranscriptEvent] === contentType) {
      const text = strings[event as TranscriptEvent];
      return name || !text.includes('{name}') ? fill(text, { name }) : '';
    }
  return '';
}
