import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  createChat,
  isOpen,
  lastMessage,
  lastSeq,
  type ChatPhase,
} from '../../../../console/agent/state/agent-chat.js';
import { card, chat, endItem, item, ownId } from '../../../support/console/agent-fixtures.js';

const agentChat = suite('a chat of an agent');
agentChat('begins open and empty', () => {
  const { contactId, participantId, phase, items, unread } = createChat(card(7), ownId);
  assert.equal([contactId, participantId, phase, items, unread], ['contact-7', ownId, 'open', [], 0]);
});
agentChat('takes messages until its end is confirmed', () => {
  const phases: ChatPhase[] = ['open', 'ending', 'ended', 'ended-away'];
  assert.equal(
    phases.map((phase) => isOpen(chat(1, [], { phase }))),
    [true, true, false, false],
  );
});
agentChat('continues after its newest item, from 0 where it has none', () => {
  assert.is(lastSeq(chat(1)), 0);
  assert.is(lastSeq(chat(1, [item(3, 'c'), item(9, 'i')])), 9);
});
agentChat('has the newest message as its last one, whatever events follow', () => {
  assert.is(lastMessage(chat(1, [item(1, 'Hello'), item(2, 'Bye'), endItem(3)]))?.content, 'Bye');
  assert.is(lastMessage(chat(1, [endItem(1)])), undefined);
});
agentChat.run();
