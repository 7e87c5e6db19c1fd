import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { neighbourOf, nextChat, nextUnread } from '../../../../console/agent/state/next-chat.js';
import { chat } from '../../../support/console/agent-fixtures.js';

const three = [chat(1), chat(2), chat(3)];

const stepping = suite('the next chat by key');
stepping('follows the columns, and starts over at the end', () => {
  assert.is(nextChat(three, 'contact-1', 1), 'contact-2');
  assert.is(nextChat(three, 'contact-3', 1), 'contact-1');
});
stepping('goes back the same way', () => {
  assert.is(nextChat(three, 'contact-3', -1), 'contact-2');
  assert.is(nextChat(three, 'contact-1', -1), 'contact-3');
});
stepping('is the first, or the last, where no chat is active', () => {
  assert.is(nextChat(three, undefined, 1), 'contact-1');
  assert.is(nextChat(three, undefined, -1), 'contact-3');
});
stepping('is the only one where there is one, and none without chats', () => {
  assert.is(nextChat([chat(1)], 'contact-1', 1), 'contact-1');
  assert.is(nextChat([], undefined, 1), undefined);
});
stepping.run();

const unread = suite('the next chat with unread messages');
unread('comes after the active one, and then from the beginning', () => {
  const chats = [
    { ...chat(1), unread: 1 },
    { ...chat(2), unread: 0 },
    { ...chat(3), unread: 2 },
  ];
  assert.is(nextUnread(chats, 'contact-1'), 'contact-3');
  assert.is(nextUnread(chats, 'contact-3'), 'contact-1');
  assert.is(nextUnread(chats, undefined), 'contact-1');
});
unread('may be the active one, and does not exist if all is read', () => {
  assert.is(nextUnread([{ ...chat(1), unread: 1 }], 'contact-1'), 'contact-1');
  assert.is(nextUnread(three, 'contact-1'), undefined);
});
unread.run();

const closing = suite('the chat that replaces a closed one');
closing('is its right neighbour, else its left one', () => {
  assert.is(neighbourOf(three, 'contact-1'), 'contact-2');
  assert.is(neighbourOf(three, 'contact-3'), 'contact-2');
});
closing('does not exist where the closed one was the only one', () => {
  assert.is(neighbourOf([chat(1)], 'contact-1'), undefined);
});
closing.run();
