import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SessionState } from '../../../../client/session-state.js';
import {
  enterPhase,
  initialState,
  receiveReceipt,
  withEarlier,
  type ConversationState,
} from '../../../../widget/conversation/state/conversation-state.js';
import { ownSaid, said } from '../../../support/widget/items.js';

const first = [said(1, 'one', { id: 'k1.1' }), ownSaid(2, 'two')];
const second = [said(1, 'three', { id: 'k2.1' })];
const enter = (before: ConversationState, state: SessionState, items = first): ConversationState =>
  enterPhase(before, { state, contactId: items[0]?.id.split('.')[0], items });

const phases = suite('enterPhase');
phases('replaces the snapshot, and never alters it', () => {
  const before = Object.freeze({ ...initialState });
  const after = enter(before, 'ended');
  assert.is.not(after, before);
  assert.equal(before, initialState);
});
phases('remembers which chat was announced, also after a reconnection', () => {
  const live = enter(initialState, 'live');
  assert.is(live.announced, 'k1');
  assert.is(enter(enter(live, 'reconnecting'), 'live').announced, 'k1');
  assert.is(enter(enter(live, 'ended'), 'live', second).announced, 'k2');
});
phases('waits for another chat until it is in progress', () => {
  const asked = { ...enter(initialState, 'ended'), isAgain: true };
  assert.ok(enter(asked, 'ended').isAgain);
  assert.not(enter(asked, 'connecting').isAgain);
});
phases('resets receipts with the chat, and keeps them while the connection is lost', () => {
  const read = { ...initialState, marks: { delivered: 4, read: 3 }, ownRead: 5 };
  assert.is(enter(read, 'reconnecting').ownRead, 5);
  const idle = enter(read, 'idle', []);
  assert.equal([idle.marks, idle.ownRead], [{ delivered: 0, read: 0 }, 0]);
});
phases.run();

const receipts = suite('receiveReceipt');
receipts('separates the visitor’s receipts from those of others', () => {
  const own = receiveReceipt(initialState, { delivered: 3, read: 2 }, true);
  const both = receiveReceipt(own, { delivered: 5, read: 4 }, false);
  assert.equal([both.ownRead, both.marks], [2, { delivered: 5, read: 4 }]);
});
receipts('never lowers a mark, and counts read messages as delivered', () => {
  let state = initialState;
  for (const isOwn of [true, false])
    for (const marks of [
      { delivered: 7, read: 8 },
      { delivered: 1, read: 1 },
    ])
      state = receiveReceipt(state, marks, isOwn);
  assert.equal([state.ownRead, state.marks], [8, { delivered: 8, read: 8 }]);
});
receipts.run();

const earlier = suite('withEarlier');
earlier('puts ended chats above the next one, in order', () => {
  const state = enter(enter(initialState, 'ended'), 'ended', second);
  const third = [said(1, 'four', { id: 'k3.1' })];
  assert.equal(
    withEarlier(state, third).map(({ content }) => content),
    ['one', 'two', 'three', 'four'],
  );
  assert.is(withEarlier(state, []).length, 3);
});
earlier('does not repeat an ended chat that is still shown', () => {
  assert.is(withEarlier(enter(initialState, 'ended'), first), first);
});
earlier('keeps items when the session empties its list', () => {
  const items = [...first];
  const state = enter(initialState, 'ended', items);
  items.length = 0;
  assert.is(withEarlier(state, items).length, 2);
});
earlier('keeps no empty chat', () => {
  assert.equal(enter(initialState, 'ended', []).earlier, []);
});
earlier.run();
