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
status('is unknown where the storage holds something else', () => {
  for (const value of ['BUSY', 7, null, { status: 'AVAILABLE' }]) {
    const memory = open();
    memory.write('status', value);
    assert.is(readStatus(memory), undefined);
  }
});
status.run();
