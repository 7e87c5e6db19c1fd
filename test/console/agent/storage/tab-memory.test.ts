import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createTabMemory } from '../../../../console/agent/storage/tab-memory.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const keysOf = (storage: Storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index));

const memory = suite('the memory of a tab');
memory('keeps values over a reload', () => {
  const storage = createTestStorage();
  createTabMemory({ storage, agentId: 'a1' }).write('draft', { text: 'Hello' });
  assert.equal(createTabMemory({ storage, agentId: 'a1' }).read('draft'), { text: 'Hello' });
});
memory('has nothing under a name that was never written, or was removed', () => {
  const storage = createTestStorage();
  const tab = createTabMemory({ storage, agentId: 'a1' });
  assert.is(tab.read('draft'), undefined);
  tab.write('draft', 'Hello');
  tab.write('draft', undefined);
  assert.is(tab.read('draft'), undefined);
  assert.is(storage.length, 0);
});
memory('removes what another agent left in this tab, and nothing else', () => {
  const storage = createTestStorage();
  storage.setItem('connect-chat-agent-muted', 'yes');
  createTabMemory({ storage, agentId: 'a1' }).write('outbox', ['secret']);
  createTabMemory({ storage, agentId: 'a2' });
  assert.equal(keysOf(storage), ['connect-chat-agent-muted']);
});
memory('forgets everything of the agent when it is cleared', () => {
  const storage = createTestStorage();
  storage.setItem('other', 'stays');
  const tab = createTabMemory({ storage, agentId: 'a1' });
  tab.write('one', 1);
  tab.write('two', 2);
  tab.clear();
  assert.equal([tab.read('one'), tab.read('two'), keysOf(storage)], [undefined, undefined, ['other']]);
});
memory('keeps values for the life of the page where storage is full', () => {
  const full: Storage = {
    ...createTestStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const tab = createTabMemory({ storage: full, agentId: 'a1' });
  tab.write('draft', 'Hello');
  assert.is(tab.read('draft'), 'Hello');
  tab.write('draft', undefined);
  assert.is(tab.read('draft'), undefined);
});
memory('reads nothing from a value that is not JSON', () => {
  const storage = createTestStorage();
  const tab = createTabMemory({ storage, agentId: 'a1' });
  tab.write('draft', 'Hello');
  storage.setItem(storage.key(0)!, '{broken');
  assert.is(createTabMemory({ storage, agentId: 'a1' }).read('draft'), undefined);
});
memory.run();
