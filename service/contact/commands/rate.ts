import { inWords } from '../../../shared/in-words.js';
import { limits } from '../../../shared/limits.js';
import { ratings } from '../../../shared/ratings.js';
import type { ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { SurveyFacts } from '../entry.js';

/** The customer says how the chat was, once it is over. The same client token again gives the number it had. */
export interface RateCommand {
  type: 'rate';
  now: number;
  clientToken: string;
  survey: SurveyFacts;
}

export function rate(state: ContactState, { now: at, clientToken, survey }: RateCommand): Decision {
  if (state.survey?.clientToken === clientToken) return { repeats: state.survey.seq };
  if (state.survey) return { refused: 'SURVEY_ALREADY_ANSWERED' };
  if (state.status === 'ACTIVE') return { refused: 'CONTACT_ACTIVE' };
  const known = ratings[survey.kind];
  if (!known.includes(survey.rating))
    return {
      refused: 'SURVEY_INVALID',
      pointer: '/rating',
      message: `The rating is one of ${known.join(', ')}.`,
    };
  if (survey.comment.length > limits.messageCharacters)
    return {
      refused: 'SURVEY_INVALID',
      pointer: '/comment',
      message: `A comment may have ${inWords(limits.messageCharacters)} characters.`,
    };
  const { participantId } = state;
  return { entries: [{ at, kind: 'survey.answered', participantId, clientToken, survey }] };
}
