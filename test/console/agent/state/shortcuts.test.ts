import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { shortcuts, toDeskKey, type KeyContext } from '../../../../console/agent/state/shortcuts.js';

const plain = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (change: Partial<typeof plain>, context: Partial<KeyContext> = {}) =>
  toDeskKey({ ...plain, ...change }, { isTyping: false, usesCharacters: true, ...context });
const alt = (key: string, change: Partial<typeof plain> = {}) => press({ key, altKey: true, ...change });

const keys = suite('the shortcuts of the desk');
keys('step through the chats, and accept what rings, with Alt', () => {
  assert.equal(
    ['ArrowDown', 'ArrowUp', 'Enter', 'a', 'r', 'u', 'n', 't', 'i', 'e'].map((key) => alt(key)),
    [
      ...['next-chat', 'previous-chat', 'accept', 'accept', 'decline', 'next-unread'],
      ...['note', 'transfer', 'details', 'end'],
    ],
  );
});
keys('go to the first nine chats', () => {
  assert.equal(
    ['1', '9', '0'].map((key) => alt(key)),
    ['chat-1', 'chat-9', undefined],
  );
});
keys('are found by their place where Alt types another character', () => {
  assert.is(alt('å', { code: 'KeyA' }), 'accept');
  assert.is(alt('¡', { code: 'Digit1' }), 'chat-1');
  assert.is(alt('–', { code: 'Minus' }), undefined);
});
keys('follow the letter, not the place, on other layouts', () => {
  assert.is(alt('a', { code: 'KeyQ' }), 'accept');
});
keys('open the palette with Ctrl or ⌘, and nothing with both', () => {
  assert.is(press({ key: 'k', ctrlKey: true }), 'palette');
  assert.is(press({ key: 'K', metaKey: true }), 'palette');
  assert.is(press({ key: 'k', metaKey: true, ctrlKey: true }), undefined);
  assert.is(press({ key: 'k', ctrlKey: true, shiftKey: true }), undefined);
  assert.is(press({ key: 'k' }), undefined);
});
keys('open the list of shortcuts with a question mark, outside of text boxes', () => {
  assert.is(press({ key: '?', shiftKey: true }), 'keys');
  assert.is(press({ key: '?', shiftKey: true }, { isTyping: true }), undefined);
});
keys('are left to the text box without Alt', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'a', '1', '/']) assert.is(press({ key }), undefined);
});
keys('are left to the browser and the system with another modifier', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey'])
    assert.is(alt('Enter', { [modifier]: true }), undefined, modifier);
});
keys('type what they type if the agent turned the characters off', () => {
  const off = { usesCharacters: false };
  assert.is(press({ key: 'a', altKey: true }, off), undefined);
  assert.is(press({ key: '?' }, off), undefined);
  assert.is(press({ key: 'Enter', altKey: true }, off), 'accept');
  assert.is(press({ key: 'k', ctrlKey: true }, off), 'palette');
});
keys('are no others', () => {
  for (const key of ['ArrowLeft', 'z', 'Escape', 'toString']) assert.is(alt(key), undefined, key);
});
keys('have different keys each', () => {
  const all = Object.values(shortcuts).flatMap((shortcut) => shortcut.keys as readonly string[]);
  assert.is(new Set(all).size, all.length);
});
keys.run();
