import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newContactState, type ContactState } from '../../../../service/contact/contact-state.js';
import type { RateCommand } from '../../../../service/contact/commands/rate.js';
import { decide } from '../../../../service/contact/decide.js';
import { summarise } from '../../../../service/contact/summarise.js';
import { accepted, emptyWorld, kinds, noon, queuedContact } from '../../../support/contact-fixtures.js';

const ended = (): ContactState =>
  accepted(queuedContact(), { type: 'end', now: noon, participantId: 'c1' }).state;
const command = (survey: Partial<RateCommand['survey']> = {}, clientToken = 'r1'): RateCommand => ({
  type: 'rate',
  now: noon + 1_000,
  clientToken,
  survey: { kind: 'STARS', rating: 4, comment: 'Quick!', ...survey },
});
const refused = (state: ContactState, asked: RateCommand): unknown => {
  const decision = decide(state, asked, emptyWorld);
  return 'refused' in decision ? [decision.refused, decision.pointer] : decision;
};

const rating = suite('rate');

rating('adds one entry after the end, which becomes part of the summary', () => {
  const { entries, state } = accepted(ended(), command());
  assert.equal(kinds(entries), ['survey.answered']);
  const { survey, state: contactState } = summarise(state);
  assert.is(contactState, 'ENDED');
  const at = new Date(noon + 1_000).toISOString();
  assert.equal(survey, { kind: 'STARS', rating: 4, comment: 'Quick!', at });
});
rating('returns the same answer for the same client token, and refuses another token', () => {
  const { state } = accepted(ended(), command());
  assert.equal(decide(state, command(), emptyWorld), { repeats: state.lastSeq });
  assert.equal(refused(state, command({ rating: 1 }, 'r2')), ['SURVEY_ALREADY_ANSWERED', undefined]);
});
rating('is refused before the end', () => {
  assert.equal(refused(queuedContact(), command()), ['CONTACT_ACTIVE', undefined]);
  assert.equal(refused(newContactState('k2'), command()), ['CONTACT_NOT_FOUND', undefined]);
});
rating('accepts the ratings of its kind, and a comment of 1,024 characters', () => {
  for (const wrong of [0, 6, 1.5, -1, NaN])
    assert.equal(refused(ended(), command({ rating: wrong })), ['SURVEY_INVALID', '/rating']);
  assert.equal(refused(ended(), command({ kind: 'THUMBS', rating: 2 })), ['SURVEY_INVALID', '/rating']);
  assert.equal(accepted(ended(), command({ kind: 'THUMBS', rating: 0 })).entries.length, 1);
  assert.equal(refused(ended(), command({ comment: 'x'.repeat(1025) })), ['SURVEY_INVALID', '/comment']);
  assert.equal(accepted(ended(), command({ comment: 'x'.repeat(1024) })).entries.length, 1);
});

rating.run();
