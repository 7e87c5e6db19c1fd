import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createOpenChats, type OpenChats } from '../../../service/limits/open-chats.js';
import { ServiceError } from '../../../service/errors.js';

const from = (address: string, widgetId = 'w1') => ({ address, widgetId });
const note = (chats: OpenChats, contactId: string, state: 'ACTIVE' | 'ENDED', widgetId = 'w1'): void =>
  chats.note({ contactId, widgetId, state });
/** A start that has ended as this contact. */
function start(chats: OpenChats, contactId: string, address: string): void {
  const starting = chats.begin(from(address));
  note(chats, contactId, 'ACTIVE');
  starting.keep(contactId);
}
function isRefused(chats: OpenChats, address: string, widgetId = 'w1'): boolean {
  try {
    chats.begin(from(address, widgetId)).release();
    return false;
  } catch (error) {
    assert.instance(error, ServiceError);
    assert.is((error as ServiceError).code, 'TOO_MANY_CHATS');
    assert.ok((error as ServiceError).retryAfter! > 0);
    return true;
  }
}

const open = suite('createOpenChats');
open('refuses an address that has its maximum of chats, and no other', () => {
  const chats = createOpenChats({ perAddress: 2, perWidget: null });
  start(chats, 'k1', 'a');
  start(chats, 'k2', 'a');
  assert.equal([isRefused(chats, 'a'), isRefused(chats, 'b')], [true, false]);
});
open('lets the address start again once a chat has ended', () => {
  const chats = createOpenChats({ perAddress: 1, perWidget: null });
  start(chats, 'k1', 'a');
  note(chats, 'k1', 'ENDED');
  note(chats, 'k1', 'ENDED');
  assert.not(isRefused(chats, 'a'));
});
open('counts starts in progress', () => {
  const chats = createOpenChats({ perAddress: 1, perWidget: 2 });
  const starting = chats.begin(from('a'));
  assert.ok(isRefused(chats, 'a'));
  chats.begin(from('b'));
  assert.ok(isRefused(chats, 'c'));
  starting.release();
  assert.not(isRefused(chats, 'a'));
});
open('counts a repeated start once', () => {
  const chats = createOpenChats({ perAddress: 2, perWidget: 2 });
  start(chats, 'k1', 'a');
  start(chats, 'k1', 'a');
  assert.not(isRefused(chats, 'a'));
});
open('counts nothing for a start that finds an ended contact', () => {
  const chats = createOpenChats({ perAddress: 1, perWidget: 1 });
  chats.begin(from('a')).keep('k1');
  assert.not(isRefused(chats, 'a'));
});
open('counts the chats of a widget that were active before this process', () => {
  const chats = createOpenChats({ perAddress: null, perWidget: 1 });
  note(chats, 'k1', 'ACTIVE');
  note(chats, 'k1', 'ACTIVE');
  assert.equal([isRefused(chats, 'a'), isRefused(chats, 'a', 'w2')], [true, false]);
  note(chats, 'k1', 'ENDED');
  assert.not(isRefused(chats, 'a'));
});
open.run();
