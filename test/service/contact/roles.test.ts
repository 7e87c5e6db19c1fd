import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ParticipantRole } from '../../../shared/transcript-item.js';
import type { ContactState } from '../../../service/contact/contact-state.js';
import { decide, type ContactCommand } from '../../../service/contact/decide.js';
import { evolveAll } from '../../../service/contact/evolve-all.js';
import { rightsOf } from '../../../service/contact/roles.js';
import { summarise } from '../../../service/contact/summarise.js';
import { emptyWorld, noon, queuedContact } from '../../support/contact-fixtures.js';

const everyRole: ParticipantRole[] = ['CUSTOMER', 'AGENT', 'SYSTEM', 'SUPERVISOR', 'CUSTOM_BOT'];
/** A waiting contact that a participant `p2` of this role and of account `a2` has joined. */
const joinedBy = (role: ParticipantRole): ContactState =>
  evolveAll(queuedContact(), [
    {
      at: noon,
      kind: 'participant.joined',
      who: { participantId: 'p2', role, displayName: 'Bea' },
      agentId: 'a2',
    },
  ]);
const of = { now: noon, participantId: 'p2' } as const;
const hello = { clientToken: 't1', contentType: 'text/plain', content: 'Hello' };
const file = { attachmentId: 'f1', name: 'bill.pdf', contentType: 'application/pdf', size: 1 };
const isAllowed = (role: ParticipantRole, command: ContactCommand): boolean => {
  const decision = decide(joinedBy(role), command, emptyWorld);
  if ('entries' in decision) return true;
  assert.equal(decision, { refused: 'NOT_ALLOWED' }, role);
  return false;
};
const each = <Value>(value: (role: ParticipantRole) => Value): Record<string, Value> =>
  Object.fromEntries(everyRole.map((role) => [role, value(role)]));

const rights = suite('roles');
rights('decide who may send messages and files', () => {
  const maySpeak = each((role) => rightsOf({ role }).maySpeak);
  assert.equal(
    each((role) => isAllowed(role, { type: 'send', ...of, ...hello })),
    maySpeak,
  );
  assert.equal(
    each((role) => isAllowed(role, { type: 'attach', ...of, clientToken: 't1', file })),
    maySpeak,
  );
  assert.ok(Object.values(maySpeak).includes(false));
});
rights('decide who may end a contact, and as what', () => {
  const endsAs = each((role) => {
    const decision = decide(joinedBy(role), { type: 'end', ...of }, emptyWorld);
    return 'entries' in decision ? evolveAll(joinedBy(role), decision.entries).endReason : null;
  });
  assert.equal(
    endsAs,
    each((role) => rightsOf({ role }).endsAs),
  );
  assert.equal([endsAs.CUSTOMER, endsAs.AGENT, endsAs.CUSTOM_BOT], ['CUSTOMER', 'AGENT', null]);
});
rights('decide who takes a contact out of its queue, and counts as load of the account', () => {
  const facts = (role: ParticipantRole) => {
    const state = joinedBy(role);
    const { agentIds, activeAgentIds } = summarise(state);
    const ids = rightsOf({ role }).countsAsLoad ? ['a2'] : [];
    assert.equal([agentIds, activeAgentIds], [ids, ids], role);
    return state.queue === null;
  };
  assert.equal(
    each(facts),
    each((role) => role === 'AGENT'),
  );
});
rights('decide whose receipts others see', () => {
  const isTold = (role: ParticipantRole): boolean => {
    const mark = { type: 'mark', ...of, delivered: 1, read: 1 } as const;
    const decision = decide(joinedBy(role), mark, emptyWorld);
    return 'entries' in decision && decision.entries.length > 0;
  };
  assert.equal(
    each(isTold),
    each((role) => role !== 'SUPERVISOR'),
  );
});
rights('count messages of the customer as theirs', () => {
  const words = each((role) => {
    const decision = decide(joinedBy(role), { type: 'send', ...of, ...hello }, emptyWorld);
    return 'entries' in decision ? evolveAll(joinedBy(role), decision.entries).firstMessage : null;
  });
  assert.equal(
    words,
    each((role) => (role === 'CUSTOMER' ? 'Hello' : null)),
  );
});
rights.run();
