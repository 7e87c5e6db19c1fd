import type { SurveyAnswer } from '../../shared/survey.js';
import type { ContactState } from './contact-state.js';

/** The customer's rating as staff read it; null if there is none. */
export function surveyAnswer({ survey }: Pick<ContactState, 'survey'>): SurveyAnswer | null {
  if (!survey) return null;
  const { kind, rating, comment, at } = survey;
  return { kind, rating, comment, at: new Date(at).toISOString() };
}
