import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AgentChannels } from '../../../../console/agent/session/agent-channels.js';
import type { AgentChat } from '../../../../console/agent/state/agent-chat.js';
import { createTabMemory } from '../../../../console/agent/storage/tab-memory.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { createTestEnvironment, settled } from '../../../support/client/test-environment.js';
import { chat, item, ownId } from '../../../support/console/agent-fixtures.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const own = { participantId: ownId, participantRole: 'AGENT' as const, displayName: 'Maria' };

/** Opens the channels of two chats, and applies their changes. */
function open(storage = createTestStorage()) {
  const environment = createTestEnvironment();
  const sent: Record<string, unknown>[] = [];
  const chats = new Map<string, AgentChat>([
    ['contact-1', chat(1)],
    ['contact-2', chat(2)],
  ]);
  const added: [string, readonly TranscriptItem[], boolean][] = [];
  const channels = new AgentChannels({
    environment,
    memory: createTabMemory({ storage, agentId: 'a1' }),
    connection: { send: (frame) => void sent.push({ ...frame }), restart: () => undefined },
    change: (contactId, change) => void chats.set(contactId, change(chats.get(contactId)!)),
    onItems: (...items) => void added.push(items),
  });
  return { environment, sent, chats, added, channels };
}
const hear = ({ channels }: ReturnType<typeof open>, frame: object) =>
  channels.get('contact-1')!.receive(frame as never);

const channels = suite('the channels of an agent');
channels('are one for each chat', () => {
  const { channels } = open();
  const first = channels.of('contact-1');
  assert.is(channels.of('contact-1'), first);
  assert.is.not(channels.of('contact-2'), first);
  assert.is(channels.get('contact-3'), undefined);
});
channels('send every frame with the id of its contact', async () => {
  const { channels, sent } = open();
  const channel = channels.of('contact-2');
  channel.open(own, 0);
  void channel.send('Hello');
  await settled();
  assert.equal(
    sent.map(({ type, contactId }) => [type, contactId]),
    [['message', 'contact-2']],
  );
});
channels('add what arrives to the chat, and tell whether it is new', () => {
  const opened = open();
  opened.channels.of('contact-1').open(own, 1);
  hear(opened, { type: 'item', item: item(1, 'Before') });
  hear(opened, { type: 'item', item: item(2, 'Now') });
  assert.equal(
    opened.chats.get('contact-1')!.items.map(({ content }) => content),
    ['Before', 'Now'],
  );
  assert.equal(
    opened.added.map(([contactId, [first], isLive]) => [contactId, first!.seq, isLive]),
    [
      ['contact-1', 1, false],
      ['contact-1', 2, true],
    ],
  );
});
channels('show who is typing, until the connection is lost', () => {
  const opened = open();
  opened.channels.of('contact-1').open(own, 0);
  hear(opened, { type: 'typing', participantId: 'customer-1', displayName: 'Nina' });
  assert.is(opened.chats.get('contact-1')!.typing, 'Nina');
  opened.channels.pause();
  assert.is(opened.chats.get('contact-1')!.typing, undefined);
});
channels('keep receipts in the chat', () => {
  const opened = open();
  opened.channels.of('contact-1').open(own, 0);
  hear(opened, { type: 'receipt', participantId: 'customer-1', delivered: 4, read: 3 });
  assert.equal(opened.chats.get('contact-1')!.marks, { 'customer-1': { delivered: 4, read: 3 } });
});
channels('show what waits to be sent, and send it after a reload', async () => {
  const storage = createTestStorage();
  const before = open(storage);
  void before.channels.of('contact-1').send('Still there?');
  await settled();
  assert.equal(
    before.chats.get('contact-1')!.waiting.map(({ content }) => content),
    ['Still there?'],
  );
  const after = open(storage);
  after.channels.of('contact-1').open(own, 0);
  await settled();
  assert.equal(
    after.sent.map(({ content }) => content),
    ['Still there?'],
  );
});
channels('refuse what waits in chats that ended elsewhere, and in no others', async () => {
  const { channels, chats } = open();
  const refused: string[] = [];
  for (const contactId of ['contact-1', 'contact-2'])
    channels
      .of(contactId)
      .send('Hello')
      .catch(({ code }: { code: string }) => refused.push(`${contactId} ${code}`));
  channels.closeOthers(['contact-2']);
  await settled();
  assert.equal(refused, ['contact-1 CONTACT_ENDED']);
  assert.equal(
    [...chats.values()].map(({ waiting }) => waiting.map(({ refusal }) => refusal?.code)),
    [['CONTACT_ENDED'], [undefined]],
  );
});
channels('forget a dropped chat with what was not sent in it', async () => {
  const storage = createTestStorage();
  const { channels } = open(storage);
  void channels
    .of('contact-1')
    .send('Never mind')
    .catch(() => undefined);
  await settled();
  assert.ok(storage.length > 0);
  channels.drop('contact-1');
  await settled();
  assert.is(channels.get('contact-1'), undefined);
  assert.is(storage.length, 0);
});
channels.run();
