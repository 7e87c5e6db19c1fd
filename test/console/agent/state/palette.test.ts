import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeskSituation } from '../../../../console/agent/state/desk-commands.js';
import { findEntries, type PaletteSources } from '../../../../console/agent/state/palette.js';
import { chat, item, offer } from '../../../support/console/agent-fixtures.js';

const sources: PaletteSources = {
  replies: [
    {
      cannedReplyId: 'r1',
      shortcut: 'hello',
      text: 'Hello {{customer.name}}',
      folder: 'Greetings',
      isShared: true,
    },
    { cannedReplyId: 'r2', shortcut: 'bye', text: 'Goodbye', folder: '', isShared: true },
  ] as never,
  targets: {
    queues: [{ queueId: 'q1', name: 'Billing', agentsAvailable: 2, waiting: 0 }],
    agents: [{ agentId: 'a2', displayName: 'Tom' }],
  },
};
const situation = (change: Partial<DeskSituation> = {}): DeskSituation => ({
  chats: [{ ...chat(1), items: [item(1, 'Where is my parcel?')] }, chat(2)],
  offers: [],
  status: 'AVAILABLE',
  front: 'contact-1',
  isMuted: false,
  showsDetails: false,
  ...change,
});
const find = (search: string, change: Partial<DeskSituation> = {}, from = sources) =>
  findEntries(situation(change), from, search);
const labels = (search: string, change: Partial<DeskSituation> = {}) =>
  find(search, change).map(({ label }) => label);

const palette = suite('the palette');
palette('shows chats and commands until something is typed', () => {
  const groups = new Set(find('').map(({ group }) => group));
  assert.equal([...groups], ['Chats', 'Commands']);
});
palette('finds chats by name and by what was said last, with their keys', () => {
  const [found] = find('parcel');
  assert.equal(
    [found!.label, found!.keys, found!.intent],
    ['Customer 1', 'Alt+1', { type: 'select', contactId: 'contact-1' }],
  );
});
palette('looks into chats that ring', () => {
  const [found] = find('customer 3', { offers: [offer(3)] });
  assert.equal(found!.intent, { type: 'preview', contactId: 'contact-3' });
});
palette('finds commands by any of their words, those that begin with it first', () => {
  assert.equal(labels('the chat').slice(0, 2), ['Transfer the chat', 'End the chat']);
  assert.equal(labels('go'), ['Go offline', '/bye']);
});
palette('transfers the chat in front to a colleague or a queue', () => {
  const [found] = find('tom');
  assert.equal(
    [found!.group, found!.intent],
    ['Transfer to', { type: 'prepare-transfer', contactId: 'contact-1', target: 'agent:a2' }],
  );
  assert.equal(find('billing')[0]!.hint, 'Queue, 2 agents free, 0 waiting');
});
palette('inserts canned replies into the chat in front', () => {
  const [found] = find('greet');
  assert.equal(
    [found!.label, found!.intent],
    ['/hello', { type: 'use-reply', contactId: 'contact-1', text: 'Hello {{customer.name}}' }],
  );
});
palette('has neither without an open chat in front, nor before they are loaded', () => {
  const over = { chats: [{ ...chat(1), phase: 'ended' as const }] };
  assert.equal([labels('tom', over), labels('greet', over)], [[], []]);
  assert.equal(find('tom', {}, { replies: undefined, targets: undefined }), []);
});
palette('requires every word, in any order and any case', () => {
  assert.equal(labels('NOTE private'), ['Add a private note']);
  assert.equal(labels('private nothing'), []);
});
palette.run();
