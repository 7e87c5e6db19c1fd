import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import { messageContentTypes } from '../../../service/contact/contact-content.js';
import { newContactState } from '../../../service/contact/contact-state.js';
import { decide, type ContactCommand } from '../../../service/contact/decide.js';
import { evolve } from '../../../service/contact/evolve.js';
import { evolveAll } from '../../../service/contact/evolve-all.js';
import type { NewEntry } from '../../../service/contact/entry.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  queuedContact,
  servedContact,
  startCommand,
  wakeAt,
} from '../../support/contact-fixtures.js';

const refused = (state: ReturnType<typeof queuedContact>, command: ContactCommand) => {
  const decision = decide(state, command, emptyWorld);
  return 'refused' in decision ? decision.refused : null;
};
const say = (content: string, change: Partial<Extract<ContactCommand, { type: 'send' }>> = {}) =>
  ({
    type: 'send',
    now: noon,
    participantId: 'c1',
    clientToken: content,
    contentType: 'text/plain',
    content,
    ...change,
  }) as const;

const start = suite('start');
start('opens the contact, greets and queues it in one append', () => {
  const { entries, state } = accepted(newContactState('k1'), startCommand());
  assert.is(entries[0]!.kind, 'contact.started');
  assert.is(entries[1]!.kind, 'participant.joined');
  assert.ok(kinds(entries).includes('message'));
  assert.ok(kinds(entries).includes('queue.entered'));
  assert.is(state.status, 'ACTIVE');
  assert.equal(state.queue, { queueId: 'default', since: noon });
  assert.is(state.flow!.actionId, null);
});
start('stores a first message before all messages of the flow', () => {
  const message = { clientToken: 't1', contentType: 'text/plain', content: 'Hello' };
  const { entries, state } = accepted(newContactState('k1'), startCommand({ message }));
  assert.equal(kinds(entries).slice(0, 3), ['contact.started', 'participant.joined', 'message']);
  const spoken = entries.filter(({ kind }) => kind === 'message') as { who: { role: string } }[];
  assert.equal(
    spoken.slice(0, 2).map(({ who }) => who.role),
    ['CUSTOMER', 'SYSTEM'],
  );
  assert.equal([state.customerMessages, state.firstMessage], [1, 'Hello']);
  assert.equal(decide(state, say('Hello', { clientToken: 't1' }), emptyWorld), { repeats: 3 });
});
start('with a forbidden first message starts nothing, and stores no client token', () => {
  const before = newContactState('k1');
  const message = { clientToken: 't1', contentType: 'text/plain', content: 'x'.repeat(1025) };
  const refusal = decide(before, startCommand({ message }), emptyWorld);
  assert.is('refused' in refusal && refusal.refused, 'MESSAGE_TOO_LONG');
  assert.is('pointer' in refusal && refusal.pointer, '/message/content');
  decide(before, startCommand({ message: { ...message, content: 'short' } }), emptyWorld);
  assert.is(before.sent.size, 0);
});
start('issues another token for the same participant when it is repeated', () => {
  const again = startCommand({
    customer: { participantId: 'c2', displayName: 'Cleo', tokenHash: 'h2', customerId: null },
  });
  const { entries, state } = accepted(queuedContact(), again);
  assert.equal(kinds(entries), ['token.issued']);
  assert.equal(state.tokenHashes, ['h1', 'h2']);
  assert.is(state.participantId, 'c1');
});
start('is refused for another verified customer', () => {
  const customer = { participantId: 'c2', displayName: 'Eve', tokenHash: 'h2', customerId: 'eve' };
  assert.is(refused(queuedContact(), startCommand({ customer })), 'TOKEN_REFUSED');
});
start('uses the default queue if the flow was deleted', () => {
  const { state } = accepted(newContactState('k1'), startCommand(), { ...emptyWorld, flow: null });
  assert.is(state.queue?.queueId, 'default');
});
start.run();

const send = suite('send');
send('appends a message that names its speaker', () => {
  const before = queuedContact();
  const { entries } = accepted(before, say('hello'));
  assert.equal(entries, [
    {
      seq: before.lastSeq + 1,
      at: noon,
      kind: 'message',
      who: { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' },
      clientToken: 'hello',
      contentType: 'text/plain',
      content: 'hello',
    },
  ]);
});
send('returns the same number for the same client token', () => {
  const { state } = accepted(queuedContact(), say('hello'));
  assert.equal(decide(state, say('hello'), emptyWorld), { repeats: state.lastSeq });
});
send("treats another participant's client token as another message", () => {
  const { state } = accepted(servedContact(), say('hello'));
  const { entries } = accepted(state, say('hello', { participantId: 'p1' }));
  assert.is(entries.length, 1);
});
send('accepts 1,024 characters and no more', () => {
  assert.is(refused(queuedContact(), say('x'.repeat(limits.messageCharacters))), null);
  assert.is(refused(queuedContact(), say('x'.repeat(limits.messageCharacters + 1))), 'MESSAGE_TOO_LONG');
});
send('accepts 16,384 bytes from customers and agents if the chat started with long messages', () => {
  const { state } = accepted(newContactState('k1'), startCommand({ longMessages: true }));
  const most = limits.longMessageBytes;
  assert.is(refused(state, say('x'.repeat(most), { clientToken: 't' })), null);
  assert.is(refused(state, say('x'.repeat(most + 1), { clientToken: 't' })), 'MESSAGE_TOO_LONG');
  const served = accepted(accepted(state, { type: 'offer', now: noon, agentId: 'a1', until: noon }).state, {
    type: 'accept',
    now: noon,
    agentId: 'a1',
    participantId: 'p1',
    displayName: 'Ada',
  }).state;
  assert.is(refused(served, say('x'.repeat(most), { clientToken: 't', participantId: 'p1' })), null);
});
send('shortens a long message for the offer to the length of an ordinary one', () => {
  const { state } = accepted(newContactState('k1'), startCommand({ longMessages: true }));
  const { firstMessage, latestMessage } = accepted(
    state,
    say(`${'x'.repeat(limits.messageCharacters - 2)}😀${'y'.repeat(9_000)}`, { clientToken: 't' }),
  ).state;
  assert.is(firstMessage, `${'x'.repeat(limits.messageCharacters - 2)}…`);
  assert.is(latestMessage, firstMessage);
});
send('refuses empty messages, unsupported content, and strangers', () => {
  assert.is(refused(queuedContact(), say('')), 'MESSAGE_EMPTY');
  assert.is(refused(queuedContact(), say('x', { contentType: 'text/html' })), 'CONTENT_TYPE_UNSUPPORTED');
  assert.is(refused(queuedContact(), say('x', { participantId: 'p9' })), 'CONTACT_NOT_FOUND');
});
send('stores the first text for the agent, not an answer as JSON', () => {
  const { state } = accepted(
    accepted(newContactState('k1'), startCommand({ contentTypes: [...messageContentTypes] })).state,
    say('{"selectionText":"Apple"}', { contentType: contentTypes.interactiveResponse }),
  );
  assert.is(state.firstMessage, null);
  assert.is(accepted(state, say('Hello')).state.firstMessage, 'Hello');
});
send('is refused after the end, but repeats of earlier messages are still answered', () => {
  const said = accepted(queuedContact(), say('hello')).state;
  const ended = accepted(said, { type: 'end', now: noon, participantId: 'c1' }).state;
  assert.is(refused(ended, say('more')), 'CONTACT_ENDED');
  assert.ok('repeats' in decide(ended, say('hello'), emptyWorld));
});
send.run();

const offers = suite('offer, accept, decline');
const offerTo = (agentId: string) =>
  ({ type: 'offer', now: noon, agentId, until: noon + limits.ring }) as const;
const acceptBy = (agentId: string) =>
  ({ type: 'accept', now: noon, agentId, participantId: `p-${agentId}`, displayName: agentId }) as const;
offers('offers a waiting contact to one agent only', () => {
  const { state } = accepted(queuedContact(), offerTo('a1'));
  assert.is(refused(state, offerTo('a2')), 'OFFER_GONE');
  assert.is(refused(state, acceptBy('a2')), 'OFFER_GONE');
});
offers('lets the agent who accepts join, and removes the contact from the queue', () => {
  const { state } = accepted(accepted(queuedContact(), offerTo('a1')).state, acceptBy('a1'));
  assert.is(state.queue, null);
  assert.is(state.offer, null);
  assert.is(state.participants['p-a1']!.agentId, 'a1');
  assert.equal(decide(state, acceptBy('a1'), emptyWorld), { entries: [] });
});
offers('skips the agent who declines for a while', () => {
  const offered = accepted(queuedContact(), offerTo('a1')).state;
  const { state } = accepted(offered, { type: 'decline', now: noon, agentId: 'a1' });
  assert.equal(state.passedOver, { a1: noon + limits.declined });
  assert.is(state.offer, null);
  assert.ok(state.queue);
});
offers('counts an unanswered offer as missed when its time is over, not before', () => {
  const offered = accepted(queuedContact(), offerTo('a1')).state;
  assert.equal(kinds(accepted(offered, wakeAt(offered, noon + limits.ring - 1)).entries), []);
  const { entries, state } = accepted(offered, wakeAt(offered, noon + limits.ring));
  assert.equal(entries, [{ at: noon + limits.ring, kind: 'offer.closed', agentId: 'a1', reason: 'MISSED' }]);
  assert.is(state.offer, null);
});
offers.run();

const ends = suite('end');
ends('closes the chat once for everybody', () => {
  const { entries, state } = accepted(servedContact(), { type: 'end', now: noon, participantId: 'p1' });
  assert.equal(kinds(entries), ['participant.left', 'chat.ended']);
  assert.is(state.endReason, 'AGENT');
  assert.equal(decide(state, { type: 'end', now: noon, participantId: 'c1' }, emptyWorld), { entries: [] });
});
ends('withdraws an outstanding offer first', () => {
  const offered = accepted(queuedContact(), offerTo('a1')).state;
  const { entries } = accepted(offered, { type: 'end', now: noon, participantId: 'c1' });
  assert.equal(kinds(entries), ['offer.closed', 'participant.left', 'chat.ended']);
});
ends('happens by itself after 25 hours', () => {
  const served = servedContact();
  const { state } = accepted(served, wakeAt(served, noon + limits.chatMinutes * 60_000));
  assert.is(state.status, 'ENDED');
  assert.is(state.endReason, 'DURATION');
});
ends('happens by itself after the minutes that the page asked for', () => {
  const { state } = accepted(newContactState('k2'), startCommand({ minutes: 60 }));
  const at = (minute: number) => accepted(state, wakeAt(state, noon + minute * 60_000)).state.status;
  assert.is(at(59), 'ACTIVE');
  assert.is(at(60), 'ENDED');
});
ends('happens when its deadline has passed, whatever the wall clock shows then', () => {
  const { state } = accepted(newContactState('k2'), startCommand({ minutes: 60 }));
  const end = noon + 60 * 60_000;
  const forward = { type: 'wake', now: noon + 48 * 60 * 60_000, reached: [] } as const;
  assert.is(accepted(state, forward).state.status, 'ACTIVE');
  const back = { type: 'wake', now: noon - 60 * 60_000, reached: [end] } as const;
  assert.is(accepted(state, back).state.status, 'ENDED');
});
ends('happens after 25 hours in logs that store no duration', () => {
  const [opening] = accepted(newContactState('k2'), startCommand()).entries;
  const { minutes: _unknown, ...older } = opening as NewEntry & { kind: 'contact.started' };
  assert.is(evolve(newContactState('k2'), { ...older, seq: 1 }).minutes, limits.chatMinutes);
});
ends.run();

const marks = suite('mark');
marks("never falls, and never exceeds the log's last number", () => {
  const { state } = accepted(servedContact(), {
    type: 'mark',
    now: noon,
    participantId: 'p1',
    delivered: 3,
    read: 2,
  });
  assert.equal(state.marks.p1, { delivered: 3, read: 2 });
  assert.equal(
    decide(state, { type: 'mark', now: noon, participantId: 'p1', delivered: 1, read: 1 }, emptyWorld),
    { entries: [] },
  );
  const far = accepted(state, {
    type: 'mark',
    now: noon,
    participantId: 'p1',
    delivered: 0,
    read: 999,
  }).state;
  assert.is(far.marks.p1!.read, state.lastSeq);
});
marks.run();

const always = suite('any commands');
const participantId = fc.constantFrom('c1', 'p1', 'p2', 'nobody');
const agentId = fc.constantFrom('a1', 'a2');
const now = fc.integer({ min: noon, max: noon + 2 * limits.chatMinutes * 60_000 });
const command: fc.Arbitrary<ContactCommand> = fc.oneof(
  fc.record({
    type: fc.constant('send' as const),
    now,
    participantId,
    clientToken: fc.constantFrom('t1', 't2', 't3'),
    contentType: fc.constant('text/plain'),
    content: fc.string(),
  }),
  fc.record({
    type: fc.constant('mark' as const),
    now,
    participantId,
    delivered: fc.nat(20),
    read: fc.nat(20),
  }),
  fc.record({ type: fc.constant('end' as const), now, participantId }),
  fc.record({ type: fc.constant('offer' as const), now, agentId, until: now }),
  fc.record({
    type: fc.constant('accept' as const),
    now,
    agentId,
    participantId: fc.constantFrom('p1', 'p2'),
    displayName: fc.string(),
  }),
  fc.record({
    type: fc.constant('decline' as const),
    now,
    agentId,
    reason: fc.constantFrom('DECLINED' as const, 'WITHDRAWN' as const),
  }),
  fc.record({ type: fc.constant('wake' as const), now, reached: fc.array(now, { maxLength: 2 }) }),
);
always('give the same state when the log is folded from its start', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const log: NewEntry[] = accepted(newContactState('k1'), startCommand()).entries;
      let state = evolveAll(newContactState('k1'), log);
      const tokens = new Set<string>();
      for (const each of commands) {
        const decision = decide(state, each, emptyWorld);
        if (!('entries' in decision)) continue;
        for (const entry of decision.entries) {
          if (entry.kind === 'message' && entry.clientToken) {
            const token = `${entry.who.participantId} ${entry.clientToken}`;
            assert.not(tokens.has(token), 'no message twice');
            tokens.add(token);
          }
          assert.is(state.status === 'ENDED' && entry.kind === 'message', false);
        }
        log.push(...decision.entries);
        state = evolveAll(state, decision.entries);
      }
      assert.equal(evolveAll(newContactState('k1'), log), state);
      assert.is(log.filter(({ kind }) => kind === 'chat.ended').length <= 1, true);
    }),
  );
});
always.run();
