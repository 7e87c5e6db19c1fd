import type { SurveyKind } from './survey.js';

/** The possible ratings of each kind of survey, the worst first. */
export const ratings: Record<SurveyKind, readonly number[]> = { STARS: [1, 2, 3, 4, 5], THUMBS: [0, 1] };

/** A rating as text for staff. */
export function ratingText({ kind, rating }: { kind: SurveyKind; rating: number }): string {
  if (kind === 'STARS') return `${rating} of 5 stars`;
  return rating === 1 ? 'Good' : 'Not good';
}
