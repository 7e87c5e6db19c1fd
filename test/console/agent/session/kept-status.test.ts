import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepStatus, readStatus } from '../../../../console/agent/session/kept-status.js';
import { createTabMemory } from '../../../../console/agent/storage/tab-memory.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const open = (storage = createTestStorage()) => createTabMemory({ storage, agentId: 'a1' });

const status = suite('the status of an agent over a reload');
status('is unknown at first', () => {
  assert.is(readStatus(open()), undefined);
});
status('is the one that was kept last', () => {
  const storage = createTestStorage();
  keepStatus(open(storage), 'AVAILABLE');
  keepStatus(open(storage), 'MISSED');
  assert.is(readStatus(open(storage)), 'MISSED');
});
status('may be away for a reason, or follow after the chats', () => {
  for (const value of ['AWAY', 'AWAY:lunch', 'NEXT:AWAY:lunch', 'NEXT:OFFLINE'] as const) {
    const memory = open();
    keepStatus(memory, value);
    assert.is(readStatus(memory), value);
  }
});
status('is unknown where the storage holds something else', () => {
  for (const value of ['BUSY', 'AWAY:', 'NEXT:AVAILABLE', 7, null, { status: 'AVAILABLE' }]) {
    const memory = open();
    memory.write('status', value);
    assert.is(readStatus(memory), undefined);
  }
});
status.run();
