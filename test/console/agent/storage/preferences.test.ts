import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createPreferences } from '../../../../console/agent/storage/preferences.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const preferences = suite('the preferences of an agent');
preferences('ask before a chat is ended until the agent chooses otherwise', () => {
  const storage = createTestStorage();
  const first = createPreferences({ storage, agentId: 'a1' });
  assert.is(first.asksBeforeEnd, true);
  first.setAsksBeforeEnd(false);
  assert.is(first.asksBeforeEnd, false);
  assert.is(createPreferences({ storage, agentId: 'a1' }).asksBeforeEnd, false);
});
preferences('can be set back', () => {
  const storage = createTestStorage();
  createPreferences({ storage, agentId: 'a1' }).setAsksBeforeEnd(false);
  createPreferences({ storage, agentId: 'a1' }).setAsksBeforeEnd(true);
  assert.is(createPreferences({ storage, agentId: 'a1' }).asksBeforeEnd, true);
  assert.is(storage.length, 0);
});
preferences('are each agent’s own', () => {
  const storage = createTestStorage();
  createPreferences({ storage, agentId: 'a1' }).setAsksBeforeEnd(false);
  assert.is(createPreferences({ storage, agentId: 'a2' }).asksBeforeEnd, true);
});
preferences('hold for the life of the page where the browser denies storage', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const denied = createPreferences({
    storage: { getItem: deny, setItem: deny, removeItem: deny },
    agentId: 'a1',
  });
  assert.is(denied.asksBeforeEnd, true);
  denied.setAsksBeforeEnd(false);
  assert.is(denied.asksBeforeEnd, false);
});
preferences.run();
