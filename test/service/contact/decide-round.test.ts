import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decideRound, stateAfter, type Answer } from '../../../service/contact/decide-round.js';
import type { ContactCommand } from '../../../service/contact/decide.js';
import type { ServiceError } from '../../../service/errors.js';
import { emptyWorld, noon, queuedContact } from '../../support/contact-fixtures.js';

const say = (clientToken: string, content = clientToken): ContactCommand => ({
  ...{ type: 'send', now: noon, participantId: 'c1' },
  ...{ clientToken, contentType: 'text/plain', content },
});
const codeOf = (answer: Answer | undefined): string | null =>
  answer && 'error' in answer ? (answer.error as ServiceError).code : null;

const rounds = suite('decideRound');
rounds('leaves the state as it is until the message is durable', () => {
  const before = queuedContact();
  const { lastSeq } = before;
  const round = decideRound(before, [say('t1')], emptyWorld);
  assert.is(before.lastSeq, lastSeq);
  assert.is(before.customerMessages, 0);
  assert.equal(
    round.entries.map(({ seq, kind }) => [seq, kind]),
    [[lastSeq + 1, 'message']],
  );
  const after = stateAfter(before, round);
  assert.is(after, before);
  assert.is(after.lastSeq, lastSeq + 1);
  assert.is(after.latestMessage, 't1');
});
rounds('decides each command in the state after the one before it', () => {
  const before = queuedContact();
  const { lastSeq } = before;
  const round = decideRound(before, [say('t1'), say('t2', ''), say('t1'), say('t3')], emptyWorld);
  assert.equal(
    round.entries.map(({ seq }) => seq),
    [lastSeq + 1, lastSeq + 2],
  );
  const [first, empty, again, last] = round.answers;
  assert.is('entries' in first! && first.entries[0]!.seq, lastSeq + 1);
  assert.is(codeOf(empty), 'MESSAGE_EMPTY');
  assert.is('repeats' in again! && again.repeats, lastSeq + 1);
  assert.is('entries' in last! && last.entries[0]!.seq, lastSeq + 2);
  assert.is(before.lastSeq, lastSeq);
  assert.is(stateAfter(before, round).lastSeq, lastSeq + 2);
});
rounds('has a summary if an entry changes it, and none for messages', () => {
  const end: ContactCommand = { type: 'end', now: noon, participantId: 'c1' };
  assert.is(decideRound(queuedContact(), [say('t1'), say('t2')], emptyWorld).summary, undefined);
  const ended = decideRound(queuedContact(), [say('t1'), end], emptyWorld);
  assert.is(ended.summary!.state, 'ENDED');
  assert.is(ended.after!.status, 'ENDED');
});
rounds('has nothing to append for refusals', () => {
  const before = queuedContact();
  const round = decideRound(before, [say('t1', '')], emptyWorld);
  assert.equal(round.entries, []);
  assert.is(stateAfter(before, round), before);
});
rounds.run();
