import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../../shared/limits.js';
import type { NoteCommand } from '../../../../service/contact/commands/note.js';
import type { ContactState } from '../../../../service/contact/contact-state.js';
import { decide } from '../../../../service/contact/decide.js';
import { keepsSummary } from '../../../../service/contact/summarise.js';
import { accepted, emptyWorld, noon, servedContact } from '../../../support/contact-fixtures.js';

const write = (change: Partial<NoteCommand> = {}): NoteCommand => ({
  ...{ type: 'note', now: noon, participantId: 'p1', clientToken: 't1', content: 'Asked twice already' },
  ...change,
});
const refused = (state: ContactState, command: NoteCommand): unknown => {
  const decision = decide(state, command, emptyWorld);
  return 'refused' in decision ? decision.refused : null;
};

const notes = suite('note');
notes('stores who wrote it', () => {
  assert.equal(accepted(servedContact(), write()).entries, [
    {
      ...{ at: noon, kind: 'note', clientToken: 't1', content: 'Asked twice already' },
      who: { participantId: 'p1', role: 'AGENT', displayName: 'Ada' },
    },
  ]);
});
notes('of the same client token gives the number that it had', () => {
  const { state } = accepted(servedContact(), write());
  assert.equal(decide(state, write(), emptyWorld), { repeats: state.lastSeq });
});
notes('is written by nobody who does not see notes', () => {
  assert.is(refused(servedContact(), write({ participantId: 'c1' })), 'NOT_ALLOWED');
  assert.is(refused(servedContact(), write({ participantId: 'nobody' })), 'CONTACT_NOT_FOUND');
});
notes('is written by nobody who has left', () => {
  const left = accepted(servedContact(), { type: 'leave', now: noon, participantId: 'p1' }).state;
  assert.is(refused(left, write()), 'CONTACT_ENDED');
});
notes('has words, and not more than the limit', () => {
  assert.is(refused(servedContact(), write({ content: ' \n' })), 'MESSAGE_EMPTY');
  assert.is(refused(servedContact(), write({ content: 'x'.repeat(limits.noteCharacters) })), null);
  assert.is(
    refused(servedContact(), write({ content: 'x'.repeat(limits.noteCharacters + 1) })),
    'MESSAGE_TOO_LONG',
  );
});
notes('changes nothing of the summary, and answers no customer', () => {
  const { state } = accepted(servedContact(), write());
  assert.is(keepsSummary.has('note'), true);
  assert.equal([state.customerMessages, state.latestMessage, state.transfer], [0, null, null]);
});
notes.run();
