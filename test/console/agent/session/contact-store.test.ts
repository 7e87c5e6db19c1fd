import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { OutgoingMessage } from '../../../../client/outgoing.js';
import { createContactStore } from '../../../../console/agent/session/contact-store.js';
import { createTabMemory } from '../../../../console/agent/storage/tab-memory.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const message = (clientToken: string) => ({ clientToken, content: clientToken }) as OutgoingMessage;
const open = (storage = createTestStorage()) => createTabMemory({ storage, agentId: 'a1' });
const tokens = (messages: readonly OutgoingMessage[]) => messages.map(({ clientToken }) => clientToken);

const store = suite('the unsent messages of a chat');
store('survive a reload of the tab, in order', async () => {
  const storage = createTestStorage();
  const before = createContactStore(open(storage), 'c1');
  await before.addMessage(message('one'));
  await before.addMessage(message('two'));
  const after = createContactStore(open(storage), 'c1');
  assert.equal(tokens(await after.readMessages()), ['one', 'two']);
});
store('are removed one by one, and leave no trace when the last is gone', async () => {
  const storage = createTestStorage();
  const unsent = createContactStore(open(storage), 'c1');
  await unsent.addMessage(message('one'));
  await unsent.addMessage(message('two'));
  await unsent.removeMessage('one');
  assert.equal(tokens(await unsent.readMessages()), ['two']);
  await unsent.removeMessage('unknown');
  assert.equal(tokens(await unsent.readMessages()), ['two']);
  await unsent.removeMessage('two');
  assert.is(storage.length, 0);
});
store('are kept apart from those of other chats', async () => {
  const memory = open();
  await createContactStore(memory, 'c1').addMessage(message('one'));
  assert.equal(await createContactStore(memory, 'c2').readMessages(), []);
});
store('are none where the tab’s storage holds something else', async () => {
  const memory = open();
  memory.write('outbox:c1', 'no list');
  assert.equal(await createContactStore(memory, 'c1').readMessages(), []);
});
store.run();
