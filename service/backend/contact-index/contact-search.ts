import type { SurveyAnswer } from '../../../shared/survey.js';
import type { ContactSummary } from '../../contact/contact-summary.js';
import { matches, type ContactQuery } from '../contact-query.js';
import { soughtWords, wordsOf, type SoughtWord } from './words.js';

/** A rating of one kind. */
export type SoughtRating = Pick<SurveyAnswer, 'kind' | 'rating'>;

/**
 * A search for contacts. Every member that is set narrows the result; {@link isFound} defines the meaning of each.
 */
export interface ContactSearch extends Omit<ContactQuery, 'queueId'> {
  /** A queue that the contact entered at any time. */
  queueId?: string;
  disposition?: string;
  tag?: string;
  rating?: SoughtRating;
  /** Words of the participants' names: every word occurs in one of them. */
  participant?: string;
  /** Words: every word occurs somewhere in the contact. */
  text?: string;
  /** Whether private notes are searched, too. */
  withNotes?: boolean;
}

/** A contact as a search sees it. */
export interface Searched {
  summary: ContactSummary;
  /** The texts that everybody in the chat saw. */
  said: readonly string[];
  /** The texts of private notes. */
  notes: readonly string[];
  /** The names of participants. */
  names: readonly string[];
  /** The queues that the contact entered. */
  queueIds: readonly string[];
}

/** Whether a contact is found, on any page. */
export function isFound(search: ContactSearch, contact: Searched): boolean {
  const { summary, said, notes, names, queueIds } = contact;
  const { queueId, disposition, tag, rating, participant, text, withNotes, ...query } = search;
  return (
    matches(query, summary) &&
    (queueId === undefined || queueIds.includes(queueId)) &&
    (disposition === undefined || summary.outcome?.disposition === disposition) &&
    (tag === undefined || (summary.outcome?.tags ?? []).includes(tag)) &&
    (rating === undefined || hasRating(summary, rating)) &&
    (participant === undefined || haveWords(soughtWords(participant), [...names, summary.customerName])) &&
    (text === undefined ||
      haveWords(soughtWords(text), [...said, ...names, ...ownTexts(summary), ...(withNotes ? notes : [])]))
  );
}

/** Texts of a summary that a search finds. */
export const ownTexts = ({ customerName, survey }: ContactSummary): string[] => [
  customerName,
  survey?.comment ?? '',
];

const hasRating = ({ survey }: ContactSummary, { kind, rating }: SoughtRating): boolean =>
  survey?.kind === kind && survey.rating === rating;

function haveWords(sought: readonly SoughtWord[], texts: readonly string[]): boolean {
  const words = new Set(texts.flatMap(wordsOf));
  return sought.every(({ word, isPrefix }) =>
    isPrefix ? [...words].some((each) => each.startsWith(word)) : words.has(word),
  );
}
