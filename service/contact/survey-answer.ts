import type { SurveyAnswer } from '../../shared/survey.js';
import type { ContactState } from './contact-state.js';

/** What the customer said of the chat, as staff read it; null for nothing. */
export function surveyAnswer({ survey }: Pick<ContactState, 'survey'>): SurveyAnswer | null {
  if (!survey) return null;
  const { kind, rating, comment, at } = survey;
  return { kind, rating, comment, at: new Date(at).toISOString() };
}
