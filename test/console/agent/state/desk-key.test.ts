import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toDeskKey } from '../../../../console/agent/state/desk-key.js';

const press = (key: string, change: object = {}) =>
  toDeskKey({ key, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...change });

const keys = suite('the keys of the desk');
keys('step through the chats, and accept what rings, with Alt', () => {
  assert.equal(
    ['ArrowDown', 'ArrowUp', 'Enter'].map((key) => press(key)),
    ['next-chat', 'previous-chat', 'accept'],
  );
});
keys('are left to the text box without Alt', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) assert.is(press(key, { altKey: false }), undefined);
});
keys('are left to the browser and the system with another modifier', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey'])
    assert.is(press('Enter', { [modifier]: true }), undefined, modifier);
});
keys('are no others', () => {
  for (const key of ['ArrowLeft', 'a', 'Escape', 'toString']) assert.is(press(key), undefined, key);
});
keys.run();
