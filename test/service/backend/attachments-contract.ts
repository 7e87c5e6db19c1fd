// Why: every implementation of the store of attachments must pass this suite. Pass a factory; it registers
// the suite.
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Attachment, AttachmentStore } from '../../../service/backend/attachments.js';

export const facts = { participantId: 'p1', name: 'note.txt', contentType: 'text/plain', uploadedAt: 1_000 };

/** A stored file of a contact. */
export async function keep(
  store: AttachmentStore,
  contactId: string,
  content = 'hello',
): Promise<Attachment> {
  const draft = await store.open(contactId);
  await draft.write(Buffer.from(content));
  return draft.keep(facts);
}

export function attachmentsContract(name: string, open: () => Promise<AttachmentStore>): void {
  const contract = suite<{ store: AttachmentStore; contactId: string }>(
    `${name}: the contract of attachments`,
  );
  contract.before.each(async (context) => {
    context.store = await open();
    context.contactId = randomUUID();
  });
  const ids = (attachments: Attachment[]) => attachments.map(({ attachmentId }) => attachmentId).sort();

  contract('returns a stored file with its facts', async ({ store, contactId }) => {
    const draft = await store.open(contactId);
    await draft.write(Buffer.from('hello '));
    await draft.write(Buffer.from('world'));
    assert.is(draft.size, 11);
    assert.is(Buffer.from(await draft.read(4, 100)).toString(), 'o world');
    assert.is((await draft.read(11, 1)).length, 0);
    const { attachmentId } = draft;
    const attachment = await draft.keep(facts);
    assert.equal(attachment, { attachmentId, contactId, size: 11, ...facts });
    await draft.discard();
    assert.equal(await store.find(contactId, attachmentId), attachment);
    assert.is(await text((await store.read(contactId, attachmentId))!), 'hello world');
  });
  contract("creates ids that can't be guessed", async ({ store, contactId }) => {
    const [one, two] = [await keep(store, contactId), await keep(store, contactId)];
    assert.match(one.attachmentId, /^[0-9a-f]{32}$/);
    assert.is.not(one.attachmentId, two.attachmentId);
  });
  contract(
    "doesn't find a file before it is kept, nor after it was discarded",
    async ({ store, contactId }) => {
      const draft = await store.open(contactId);
      await draft.write(Buffer.from('half'));
      assert.is(await store.find(contactId, draft.attachmentId), null);
      assert.is(await store.read(contactId, draft.attachmentId), null);
      assert.equal(await store.unsaid(), []);
      await draft.discard();
      await draft.discard();
      assert.is(await store.find(contactId, draft.attachmentId), null);
      assert.is(await store.count(contactId), 0);
    },
  );
  contract(
    "doesn't find a file by the id of another contact, or by a malformed id",
    async ({ store, contactId }) => {
      const { attachmentId } = await keep(store, contactId);
      for (const [contact, attachment] of [
        [randomUUID(), attachmentId],
        [contactId, '0'.repeat(32)],
        [contactId, `../${contactId}/${attachmentId}`],
        [`../attachments/${contactId}`, attachmentId],
        ['..', '..'],
        ['', ''],
        ['unsaid', `${contactId}.${attachmentId}`],
        [contactId, `${attachmentId}.json`],
      ] as const) {
        assert.is(await store.find(contact, attachment), null);
        assert.is(await store.read(contact, attachment), null);
        await store.remove(contact, attachment);
      }
      await store.erase('..');
      assert.is(await store.count(contactId), 1);
    },
  );
  contract('lists unsaid files until they are settled or removed', async ({ store, contactId }) => {
    const [one, two, three] = [
      await keep(store, contactId),
      await keep(store, contactId),
      await keep(store, randomUUID()),
    ];
    assert.equal(ids(await store.unsaid()), ids([one, two, three]));
    await store.settle(contactId, one.attachmentId);
    await store.settle(contactId, one.attachmentId);
    await store.remove(contactId, two.attachmentId);
    assert.equal(await store.unsaid(), [three]);
    assert.equal(await store.find(contactId, one.attachmentId), one);
    assert.is(await store.find(contactId, two.attachmentId), null);
    assert.is(await store.count(contactId), 1);
  });
  contract('erases all files of a contact, and of no other', async ({ store, contactId }) => {
    const said = await keep(store, contactId);
    await store.settle(contactId, said.attachmentId);
    await keep(store, contactId);
    const other = await keep(store, randomUUID());
    await store.erase(contactId);
    await store.erase(contactId);
    assert.is(await store.count(contactId), 0);
    assert.is(await store.read(contactId, said.attachmentId), null);
    assert.equal(await store.unsaid(), [other]);
    await keep(store, contactId);
    assert.is(await store.count(contactId), 1);
  });
  contract.run();
}
