import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { defaultTexts } from '../../../../shared/visitor-texts/default-texts.js';
import { limits } from '../../../../shared/limits.js';
import type { TransferCommand } from '../../../../service/contact/commands/transfer.js';
import type { ContactState } from '../../../../service/contact/contact-state.js';
import { decide, type ContactCommand } from '../../../../service/contact/decide.js';
import { evolveAll } from '../../../../service/contact/evolve-all.js';
import { summarise } from '../../../../service/contact/summarise.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noMetrics,
  noon,
  queuedContact,
  servedContact,
} from '../../../support/contact-fixtures.js';

const minute = 60_000;
const later = noon + minute;
const queue = (name: string) => ({ name, isOpen: true, metrics: noMetrics });
const world = { ...emptyWorld, queues: { ...emptyWorld.queues, billing: queue('Billing') } };
const transfer = (change: Partial<TransferCommand> = {}): TransferCommand => ({
  ...{ type: 'transfer', now: later, participantId: 'p1', to: { queueId: 'billing' }, note: '' },
  ...change,
});
const toBea = { to: { agentId: 'a2', displayName: 'Bea' } };
const handedOver = (change: Partial<TransferCommand> = {}): ContactState =>
  accepted(servedContact(), transfer(change), world).state;
const refused = (state: ContactState, command: ContactCommand): unknown => {
  const decision = decide(state, command, world);
  return 'refused' in decision ? decision.refused : null;
};
const offer = (state: ContactState, agentId: string, now = later): ContactState =>
  accepted(state, { type: 'offer', now, agentId, until: now + limits.ring }).state;

const transferring = suite('transfer');
transferring('to a queue puts the contact at its front, and the agent leaves', () => {
  const { entries, state } = accepted(servedContact(), transfer({ note: 'Wants a refund' }), world);
  assert.equal(kinds(entries), ['note', 'participant.left', 'queue.transferred', 'message']);
  assert.equal(state.queue, { queueId: 'billing', since: later, firstSince: noon });
  assert.equal(summarise(state).activeAgentIds, []);
  assert.equal(state.transfer, { by: 'Ada', note: 'Wants a refund' });
  assert.is(state.status, 'ACTIVE');
});
transferring('tells the customer by one line, in their language', () => {
  const said = (texts: Record<string, string>) => {
    const { entries } = accepted(servedContact(), transfer(), { ...world, texts });
    return entries.flatMap((entry) => (entry.kind === 'message' ? [entry.content] : []));
  };
  assert.equal(said({ transferred: defaultTexts.de.transferred }), [defaultTexts.de.transferred]);
  assert.equal(said({}), [defaultTexts.en.transferred]);
});
transferring('does not ask the same agent again at once', () => {
  assert.equal(handedOver().passedOver, { a1: later + limits.declined });
});
transferring('to an agent waits for that one first, in the queue that it came from', () => {
  const state = handedOver(toBea);
  assert.equal(state.queue, { queueId: 'default', since: later, firstSince: noon, agentId: 'a2' });
  assert.is(summarise(state).queue?.agentId, 'a2');
});
for (const [what, answer] of [
  ['declines', { type: 'decline', now: later, agentId: 'a2' }],
  ['misses it', { type: 'wake', now: later + limits.ring, reached: [later + limits.ring] }],
  ['goes offline', { type: 'release', now: later, agentId: 'a2' }],
] as const)
  transferring(`to an agent who ${what} leaves it to the queue`, () => {
    const { state } = accepted(offer(handedOver(toBea), 'a2'), answer, world);
    assert.equal(state.queue, { queueId: 'default', since: later, firstSince: noon });
    assert.is(state.offer, null);
  });
transferring('is over once another agent has joined', () => {
  const accept = { now: later, agentId: 'a2', participantId: 'p2', displayName: 'Bea' } as const;
  const { state } = accepted(offer(handedOver(toBea), 'a2'), { type: 'accept', ...accept });
  assert.equal([state.queue, state.transfer], [null, null]);
  assert.equal(summarise(state).activeAgentIds, ['a2']);
});
transferring('twice does nothing the second time', () => {
  assert.equal(accepted(handedOver(), transfer(), world).entries, []);
});
transferring('is refused to a queue that is gone, and to the agent who has it', () => {
  for (const to of [{ queueId: 'gone' }, { queueId: 'constructor' }, { agentId: 'a1', displayName: 'Ada' }])
    assert.is(refused(servedContact(), transfer({ to })), 'TRANSFER_TARGET_UNAVAILABLE');
});
transferring('is for agents who are in the contact', () => {
  assert.is(refused(servedContact(), transfer({ participantId: 'c1' })), 'NOT_ALLOWED');
  assert.is(refused(servedContact(), transfer({ participantId: 'p9' })), 'CONTACT_NOT_FOUND');
  const over = accepted(servedContact(), { type: 'end', now: noon, participantId: 'p1' }).state;
  assert.is(refused(over, transfer()), 'CONTACT_ENDED');
});
transferring('takes no note that is too long', () => {
  const note = 'x'.repeat(limits.noteCharacters + 1);
  assert.is(refused(servedContact(), transfer({ note })), 'MESSAGE_TOO_LONG');
});
transferring('to an agent whose queue was deleted falls back to the default queue', () => {
  const state = { ...servedContact(), lastQueue: { queueId: 'sales', since: noon } };
  assert.is(accepted(state, transfer(toBea), world).state.queue?.queueId, 'default');
});

/** What may happen to a contact, as numbers that choose among what is possible. */
const steps = fc.array(fc.record({ what: fc.nat(6), who: fc.nat(2) }), { maxLength: 40 });
transferring('leaves the contact with an agent, or in a queue, whatever happens', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let state = queuedContact();
      let now = noon;
      for (const { what, who } of list) {
        now += 1_000;
        const agentId = `a${who}`;
        const own = Object.values(state.participants).find((each) => each.agentId && each.present);
        const participantId = own?.participantId ?? 'p0';
        const commands: ContactCommand[] = [
          { type: 'offer', now, agentId, until: now + limits.ring },
          { type: 'accept', now, agentId, participantId: `p${now}`, displayName: agentId },
          { type: 'decline', now, agentId },
          transfer({ now, participantId }),
          transfer({ now, participantId, to: { agentId, displayName: agentId } }),
          { type: 'release', now, agentId },
          { type: 'wake', now, reached: state.offer ? [state.offer.until] : [] },
        ];
        const decision = decide(state, commands[what]!, world);
        if ('entries' in decision) state = evolveAll(state, decision.entries);
        const serving = Object.values(state.participants).filter((each) => each.agentId && each.present);
        assert.ok(serving.length > 0 || state.queue !== null, JSON.stringify(commands[what]));
        assert.ok(!state.offer || state.queue !== null);
      }
    }),
  );
});
transferring.run();
