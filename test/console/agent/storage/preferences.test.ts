import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createPreferences } from '../../../../console/agent/storage/preferences.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const preferences = suite('the preferences of an agent');
preferences('ask before a chat is ended until the agent chooses otherwise', () => {
  const storage = createTestStorage();
  const first = createPreferences({ storage, agentId: 'a1' });
  assert.is(first.values.asksBeforeEnd, true);
  first.set('asksBeforeEnd', false);
  assert.is(first.values.asksBeforeEnd, false);
  assert.is(createPreferences({ storage, agentId: 'a1' }).values.asksBeforeEnd, false);
});
preferences('can be set back', () => {
  const storage = createTestStorage();
  createPreferences({ storage, agentId: 'a1' }).set('asksBeforeEnd', false);
  createPreferences({ storage, agentId: 'a1' }).set('asksBeforeEnd', true);
  assert.is(createPreferences({ storage, agentId: 'a1' }).values.asksBeforeEnd, true);
  assert.is(storage.length, 0);
});
preferences('are each agent’s own', () => {
  const storage = createTestStorage();
  createPreferences({ storage, agentId: 'a1' }).set('asksBeforeEnd', false);
  assert.is(createPreferences({ storage, agentId: 'a2' }).values.asksBeforeEnd, true);
});
preferences('hold for the life of the page where the browser denies storage', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const denied = createPreferences({
    storage: { getItem: deny, setItem: deny, removeItem: deny },
    agentId: 'a1',
  });
  assert.is(denied.values.asksBeforeEnd, true);
  denied.set('asksBeforeEnd', false);
  assert.is(denied.values.asksBeforeEnd, false);
});
preferences('ask for no notifications until the agent chooses them', () => {
  const storage = createTestStorage();
  const first = createPreferences({ storage, agentId: 'a1' });
  assert.equal(first.values, { asksBeforeEnd: true, usesCharacterKeys: true, notifies: false });
  first.set('notifies', true);
  assert.is(createPreferences({ storage, agentId: 'a1' }).values.notifies, true);
});
preferences('are read where an earlier version stored them', () => {
  const storage = createTestStorage();
  storage.setItem('connect-chat-agent-preferences:a1:ends-at-once', '1');
  assert.is(createPreferences({ storage, agentId: 'a1' }).values.asksBeforeEnd, false);
});
preferences.run();
