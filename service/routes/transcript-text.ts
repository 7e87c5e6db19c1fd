import { plainContent } from '../../shared/plain-content.js';
import { ratingText } from '../../shared/ratings.js';
import type { SurveyAnswer } from '../../shared/survey.js';
import { eventSentences, transcriptEvents, type TranscriptEvent } from '../../shared/transcript-events.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';

/** The sentence for each event, by content type. */
const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries(transcriptEvents).map(([name, type]) => [type, eventSentences[name as TranscriptEvent]]),
);

/**
 * A transcript as plain text: one line per item, with its time in UTC. Further lines of a message are
 * indented. The visitor's rating is at the end.
 */
export const transcriptText = (items: readonly TranscriptItem[], survey?: SurveyAnswer | null): string =>
  items.map(line).join('') + (survey ? `${survey.at} ${surveyText(survey)}\n` : '');

function surveyText(survey: SurveyAnswer): string {
  const rated = `The visitor rated the chat: ${ratingText(survey)}`;
  return survey.comment === '' ? rated : `${rated}: ${indented(survey.comment)}`;
}

function line(item: TranscriptItem): string {
  return `${item.absoluteTime} ${textOf(item)}\n`;
}

function textOf(item: TranscriptItem): string {
  const { displayName, contentType, content, attachment } = item;
  const name = displayName ?? '';
  if (item.type === 'NOTE') return noteText(name, item);
  if (attachment) return `${name} sent a file: ${attachment.name}`;
  return content === null
    ? (sentences.get(contentType)?.replace('{name}', () => name) ?? contentType)
    : `${name}: ${indented(plainContent(item))}`;
}

const indented = (text: string): string => text.replace(/\r\n|\r|\n/g, '\n    ');

function noteText(name: string, { content, transferredTo }: TranscriptItem): string {
  const note = content ? `: ${indented(content)}` : '';
  return transferredTo === undefined
    ? `${name} (private note)${note}`
    : `${name} transferred the chat to ${transferredTo}${note}`;
}
