import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createChat } from '../../../../console/agent/state/agent-chat.js';
import {
  withContact,
  withGone,
  withItem,
  withMarks,
  withRead,
} from '../../../../console/agent/state/chat-changes.js';
import { card, chat, endItem, item, ownId, ownItem } from '../../../support/console/agent-fixtures.js';

const contents = ({ items }: { items: readonly { content: string | null }[] }) =>
  items.map(({ content }) => content);
const mark = (participantId: string, delivered: number, read: number) => ({ participantId, delivered, read });

const items = suite('an item of a chat');
items('is added once, in its place, whatever order items arrive in', () => {
  const numbers = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8]);
  fc.assert(
    fc.property(numbers, fc.array(fc.nat(7)), (arriving, repeated) => {
      const order = [...arriving, ...repeated.map((index) => arriving[index % (arriving.length || 1)] ?? 1)];
      const after = order.map((seq) => item(seq, `text ${seq}`)).reduce(withItem, createChat(card(1), ownId));
      const expected = [...new Set(order)].sort((a, b) => a - b);
      assert.equal(
        after.items.map(({ seq }) => seq),
        expected,
      );
    }),
  );
});
items('leaves the chat the same where it is there already', () => {
  const one = chat(1, [item(1, 'Hello')]);
  assert.is(withItem(one, item(1, 'Hello')), one);
});
items('counts as unread where the customer wrote it', () => {
  assert.is(chat(1, [item(1, 'Hello'), item(2, 'Anyone?')]).unread, 2);
  assert.is(chat(1, [item(1, 'Hello'), ownItem(2, 'Hi')]).unread, 1);
  const system = item(1, 'Welcome', { participantRole: 'SYSTEM', participantId: 'system' });
  assert.is(chat(1, [system, item(2, null, { type: 'EVENT' })]).unread, 0);
});
items('ends the typing of the customer, not that of others', () => {
  const typing = chat(1, [], { typing: 'Nina' });
  assert.is(withItem(typing, item(1, 'Hello')).typing, undefined);
  assert.is(withItem(typing, ownItem(1, 'Hi')).typing, 'Nina');
});
items('ends the chat where it is the end', () => {
  const after = withItem(chat(1, [item(1, 'Bye')], { typing: 'Nina' }), endItem(2));
  assert.equal([after.phase, after.typing], ['ended', undefined]);
});
items.run();

const reading = suite('reading a chat');
reading('lowers the number of unread messages', () => {
  const three = chat(1, [item(1, 'a'), item(2, 'b'), item(3, 'c')]);
  assert.is(withRead(three, 2).unread, 1);
  assert.is(withRead(three, 3).unread, 0);
});
reading('never goes back', () => {
  const read = withRead(chat(1, [item(1, 'a'), item(2, 'b')]), 2);
  assert.is(withRead(read, 1), read);
});
reading('is taken over from this agent’s other tabs', () => {
  const after = withMarks(chat(1, [item(1, 'a'), item(2, 'b')]), mark(ownId, 2, 1));
  assert.equal([after.read, after.unread], [1, 1]);
});
reading.run();

const marks = suite('the receipts of other participants');
marks('are kept for each participant; what was read was delivered', () => {
  const after = withMarks(withMarks(chat(1), mark('customer-1', 3, 1)), mark('supervisor', 0, 2));
  assert.equal(after.marks, {
    'customer-1': { delivered: 3, read: 1 },
    supervisor: { delivered: 2, read: 2 },
  });
});
marks('never fall, and change nothing where they say nothing new', () => {
  const after = withMarks(chat(1), mark('customer-1', 3, 2));
  assert.is(withMarks(after, mark('customer-1', 2, 1)), after);
  assert.equal(withMarks(after, mark('customer-1', 5, 1)).marks['customer-1'], { delivered: 5, read: 2 });
});
marks.run();

const shownAgain = suite('a chat that the service shows again');
const frame = (after: number, lastSeq: number, change: object = {}) => ({
  type: 'contact' as const,
  contact: card(1, { name: 'Nina' }),
  participantId: 'new-participant',
  after,
  lastSeq,
  ...change,
});
shownAgain('continues after what this console has', () => {
  const after = withContact(chat(1, [item(1, 'a'), item(2, 'b')]), frame(2, 4));
  assert.equal(contents(after), ['a', 'b']);
  assert.equal([after.participantId, after.card.customer.displayName], ['new-participant', 'Nina']);
});
shownAgain('drops items beyond the service’s log, after a restore from an older backup', () => {
  const read = withRead(chat(1, [item(1, 'a'), item(2, 'b'), item(3, 'c')]), 3);
  const after = withContact(read, frame(1, 1));
  assert.equal(contents(after), ['a']);
  assert.equal([after.read, after.unread], [1, 0]);
});
shownAgain('is open again where it was believed to be over elsewhere', () => {
  assert.is(withContact(chat(1, [], { phase: 'ended-away' }), frame(0, 0)).phase, 'open');
  assert.is(withContact(chat(1, [], { phase: 'ended' }), frame(0, 0)).phase, 'ended');
});
shownAgain.run();

const presence = suite('the presence of a customer');
presence('is on the card: since when they are gone, or null', () => {
  const gone = withGone(chat(1), '2026-03-02T10:00:00.000Z');
  assert.is(gone.card.customer.goneSince, '2026-03-02T10:00:00.000Z');
  assert.is(withGone(gone, null).card.customer.goneSince, null);
  assert.is(gone.card.customer.displayName, 'Customer 1');
});
presence.run();

const idle = suite('the warning of a silent participant');
idle('is over once they write, and when the chat ends', () => {
  const warned = (of: 'CUSTOMER' | 'AGENT') => chat(1, [], { idle: { of, until: 1 } });
  assert.is(withItem(warned('CUSTOMER'), item(1, 'here')).idle, undefined);
  assert.is(withItem(warned('AGENT'), item(1, 'hello?')).idle?.of, 'AGENT');
  assert.is(withItem(warned('AGENT'), item(1, 'yes', { participantRole: 'AGENT' })).idle, undefined);
  assert.is(withItem(warned('AGENT'), endItem(1)).idle, undefined);
});
idle.run();
