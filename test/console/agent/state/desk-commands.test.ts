import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commandsOf, intentOf, type DeskSituation } from '../../../../console/agent/state/desk-commands.js';
import { chat, offer } from '../../../support/console/agent-fixtures.js';

const situation = (change: Partial<DeskSituation> = {}): DeskSituation => ({
  chats: [],
  offers: [],
  status: 'AVAILABLE',
  front: undefined,
  isMuted: false,
  showsDetails: false,
  ...change,
});
const labels = (change: Partial<DeskSituation>) =>
  commandsOf(situation(change)).flatMap(({ label }) => label ?? []);

const commands = suite('the commands of the desk');
commands('are those of the desk alone without chats', () => {
  assert.equal(labels({}), ['Go offline', 'Turn sounds off', 'Show the keyboard shortcuts', 'Sign out']);
  assert.equal(labels({ status: 'MISSED', isMuted: true }).slice(0, 2), ['Go available', 'Turn sounds on']);
});
commands('answer the first offer that was not answered yet', () => {
  const offers = [{ ...offer(1), answer: 'accept' as const }, offer(2)];
  const ringing = situation({ offers });
  assert.equal(intentOf(ringing, 'accept'), { type: 'accept', contactId: 'contact-2' });
  assert.equal(intentOf(ringing, 'decline'), { type: 'decline', contactId: 'contact-2' });
  assert.is(intentOf(situation({ offers: offers.slice(0, 1) }), 'accept'), undefined);
});
commands('are about the chat in front', () => {
  const two = situation({ chats: [chat(1), chat(2)], front: 'contact-2' });
  const about = { contactId: 'contact-2' };
  assert.equal(intentOf(two, 'replies'), { type: 'find-reply', ...about });
  assert.equal(intentOf(two, 'note'), { type: 'write-note', ...about });
  assert.equal(intentOf(two, 'transfer'), { type: 'prepare-transfer', ...about });
  assert.equal(intentOf(two, 'details'), { type: 'details', ...about, isOpen: true });
  // By key: the desk asks before it ends the chat, whatever the agent prefers.
  assert.equal(intentOf(two, 'end'), { type: 'end', ...about, isByKey: true });
});
commands('neither end nor transfer a chat that is ending', () => {
  const ending = situation({ chats: [{ ...chat(1), phase: 'ending' }], front: 'contact-1' });
  assert.equal([intentOf(ending, 'end'), intentOf(ending, 'transfer')], [undefined, undefined]);
});
commands('leave a note to after-contact work, and only details to a chat that is over', () => {
  const over = { ...chat(1), phase: 'ended' as const };
  const inWrapUp = { ...over, wrapUp: { until: 1, dispositions: [], tags: [] } };
  assert.ok(intentOf(situation({ chats: [inWrapUp], front: 'contact-1' }), 'note'));
  assert.is(intentOf(situation({ chats: [over], front: 'contact-1' }), 'note'), undefined);
  assert.is(intentOf(situation({ chats: [over], front: 'contact-1' }), 'replies'), undefined);
});
commands('go to chats by place, by neighbourhood, and by what is unread', () => {
  const three = situation({ chats: [chat(1), chat(2), { ...chat(3), unread: 1 }], front: 'contact-1' });
  const select = (number: number) => ({ type: 'select', contactId: `contact-${number}` });
  assert.equal(intentOf(three, 'next-chat'), select(2));
  assert.equal(intentOf(three, 'previous-chat'), select(3));
  assert.equal(intentOf(three, 'next-unread'), select(3));
  assert.equal(intentOf(three, 'chat-2'), select(2));
  assert.is(intentOf(three, 'chat-4'), undefined);
});
commands('open the dialogs', () => {
  assert.equal(intentOf(situation(), 'palette'), { type: 'show', dialog: 'palette' });
  assert.equal(intentOf(situation(), 'keys'), { type: 'show', dialog: 'keys' });
});
commands.run();
