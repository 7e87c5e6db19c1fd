import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import {
  createAttachments,
  type AttachmentsOptions,
  type Upload,
} from '../../../service/attachments/attachments.js';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import { createContacts } from '../../../service/contact/contacts.js';
import { toItem } from '../../../service/contact/to-item.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { LocalTimers } from '../../../service/backend/memory/timers.js';
import { createLocalClaims } from '../../../service/backend/memory/claims.js';
import { createMemoryAttachments } from '../../../service/backend/memory/attachments.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { emptyWorld, noon, startCommand } from '../../support/contact-fixtures.js';
import { office } from '../../support/sample-files.js';
import { rejectionOf } from '../../support/rejection.js';
import { createTestClock } from '../../support/test-clock.js';

async function setUp({ macros }: Partial<AttachmentsOptions> = {}) {
  const clock = createTestClock();
  const onError = (error: unknown) => assert.unreachable(String(error));
  const timers = new LocalTimers({ clock });
  const bus = createLocalBus<ContactTopics>({ onError });
  const log = createMemoryContactLog();
  const store = createMemoryAttachments();
  const claims = createLocalClaims();
  const world = async () => emptyWorld;
  const contacts = createContacts({ log, files: store, bus, timers, clock, world, onError });
  await contacts.run('k1', startCommand());
  return {
    clock,
    store,
    contacts,
    attachments: createAttachments({ store, claims, contacts, clock, ...(macros && { macros }) }),
  };
}
type SetUp = Awaited<ReturnType<typeof setUp>>;

async function* bytes(...pieces: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}
const upload = (content: Upload['content'] = bytes('hello'), change: Partial<Upload> = {}): Upload => ({
  contactId: 'k1',
  participantId: 'c1',
  name: 'note.txt',
  content,
  ...change,
});
const say = ({ attachments, contacts, clock }: SetUp, attachmentId: string, participantId = 'c1') =>
  attachments.post({ contactId: 'k1', participantId, attachmentId }, (file) =>
    contacts.run('k1', { type: 'attach', now: clock.now(), participantId, clientToken: attachmentId, file }),
  );
/** A file whose bytes arrive when the test sends them. */
function held() {
  let goOn = (): void => undefined;
  const more = new Promise<void>((resolve) => (goOn = resolve));
  async function* content() {
    yield Buffer.from('first ');
    await more;
    yield Buffer.from('last');
  }
  return { content: content(), goOn };
}

const uploading = suite('upload');
uploading('stores a file and detects its type', async () => {
  const { attachments, store } = await setUp();
  const { attachmentId, contentType, size, uploadedAt } = await attachments.upload(upload());
  assert.equal([contentType, size, uploadedAt], ['text/plain', 5, noon]);
  assert.ok(await store.find('k1', attachmentId));
});
uploading('marks a document with macros, unless the setting says otherwise', async () => {
  const document = office('word', 'word/vbaProject.bin');
  const marked = await setUp();
  const { attachmentId, hasMacros } = await marked.attachments.upload(upload(bytes(document)));
  assert.is(hasMacros, true);
  const { entries } = await say(marked, attachmentId);
  assert.is(toItem('k1', entries[0]!)?.attachment?.hasMacros, true);
  assert.is((await marked.attachments.upload(upload(bytes(office('word'))))).hasMacros, undefined);
  const allowing = await setUp({ macros: 'allow' });
  assert.is((await allowing.attachments.upload(upload(bytes(document)))).hasMacros, undefined);
  const refusing = await setUp({ macros: 'refuse' });
  const error = await rejectionOf(refusing.attachments.upload(upload(bytes(document))));
  assert.is(error.code, 'ATTACHMENT_TYPE_REFUSED');
});
uploading(
  'leaves nothing of a file that is too large, empty, of a refused type, or interrupted',
  async () => {
    const { attachments, store } = await setUp();
    const piece = new Uint8Array(limits.attachmentBytes / 4).fill(97);
    async function* broken() {
      yield Buffer.from('first');
      throw new Error('gone');
    }
    for (const [content, code] of [
      [bytes(piece, piece, piece, piece, 'x'), 'ATTACHMENT_TOO_LARGE'],
      [bytes(), 'ATTACHMENT_EMPTY'],
      [bytes('\0'), 'ATTACHMENT_TYPE_REFUSED'],
      [broken(), undefined],
    ] as const) {
      assert.is((await rejectionOf(attachments.upload(upload(content)))).code, code);
      assert.is(await store.count('k1'), 0);
      assert.equal(await store.unsaid(), []);
    }
    assert.is(
      (await attachments.upload(upload(bytes(piece, piece, piece, piece)))).size,
      limits.attachmentBytes,
    );
  },
);
uploading('stops reading at the size limit', async () => {
  const { attachments } = await setUp();
  let given = 0;
  async function* endless() {
    for (;;) yield new Uint8Array((given += 1) && 1024 * 1024).fill(97);
  }
  assert.is((await rejectionOf(attachments.upload(upload(endless())))).code, 'ATTACHMENT_TOO_LARGE');
  assert.is(given, 21);
});
uploading('accepts files of participants in active chats only', async () => {
  const { attachments, contacts } = await setUp();
  const codeOf = async (change: Partial<Upload>) =>
    (await rejectionOf(attachments.upload(upload(bytes('a'), change)))).code;
  assert.is(await codeOf({ contactId: 'k2' }), 'CONTACT_NOT_FOUND');
  assert.is(await codeOf({ participantId: 'x' }), 'CONTACT_NOT_FOUND');
  await contacts.run('k1', { type: 'end', now: noon, participantId: 'c1' });
  assert.is(await codeOf({}), 'CONTACT_ENDED');
});
uploading('accepts five concurrent uploads of a participant, and another when one has ended', async () => {
  const { attachments, store } = await setUp();
  const files = Array.from({ length: limits.uploads }, held);
  const underWay = files.map(({ content }) => attachments.upload(upload(content)));
  assert.is((await rejectionOf(attachments.upload(upload()))).code, 'TOO_MANY_UPLOADS');
  files[0]!.goOn();
  await underWay[0];
  await attachments.upload(upload());
  files.forEach(({ goOn }) => goOn());
  await Promise.all(underWay);
  assert.is(await store.count('k1'), limits.uploads + 1);
});
uploading('accepts 35 files per contact, uploads in progress included', async () => {
  const { attachments, store } = await setUp();
  for (let count = 0; count < limits.attachments - 1; count += 1) await attachments.upload(upload());
  const last = held();
  const underWay = attachments.upload(upload(last.content));
  assert.is((await rejectionOf(attachments.upload(upload()))).code, 'ATTACHMENT_LIMIT_REACHED');
  last.goOn();
  await underWay;
  assert.is((await rejectionOf(attachments.upload(upload()))).code, 'ATTACHMENT_LIMIT_REACHED');
  assert.is(await store.count('k1'), limits.attachments);
});
uploading.run();

const saying = suite('post');
saying('accepts a file only from its uploader, in its contact', async () => {
  const all = await setUp();
  const { attachmentId } = await all.attachments.upload(upload());
  for (const [contactId, participantId, id] of [
    ['k2', 'c1', attachmentId],
    ['k1', 'p1', attachmentId],
    ['k1', 'c1', 'another'],
  ] as const) {
    const refused = await rejectionOf(
      all.attachments.post(
        { contactId, participantId, attachmentId: id },
        async () => assert.unreachable() as never,
      ),
    );
    assert.equal([refused.code, refused.pointer], ['ATTACHMENT_NOT_FOUND', '/attachmentId']);
  }
  assert.is((await say(all, attachmentId)).entries.length, 1);
  assert.is((await say(all, attachmentId)).repeats, (await all.contacts.state('k1'))!.lastSeq);
});
saying('makes the file available to others', async () => {
  const all = await setUp();
  const { attachmentId } = await all.attachments.upload(upload());
  const find = async (participantId: string | null) =>
    all.attachments.find((await all.contacts.state('k1'))!, attachmentId, participantId);
  assert.is(await find('p1'), null);
  assert.is(await find(null), null);
  assert.ok(await find('c1'));
  await say(all, attachmentId);
  assert.ok(await find('p1'));
  assert.ok(await find(null));
});
saying.run();

const sweeping = suite('sweep');
const hour = limits.unsaidMinutes * 60_000;
sweeping('removes what was not posted within an hour, and nothing else', async () => {
  const all = await setUp();
  const { attachments, store, clock } = all;
  const said = await attachments.upload(upload());
  const unsaid = await attachments.upload(upload());
  await say(all, said.attachmentId);
  clock.pass(60_000);
  const younger = await attachments.upload(upload());
  clock.pass(hour - 60_001);
  await attachments.sweep();
  assert.is(await store.count('k1'), 3);
  clock.pass(1);
  await attachments.sweep();
  assert.is(await store.find('k1', unsaid.attachmentId), null);
  assert.ok(await store.find('k1', said.attachmentId));
  assert.ok(await store.find('k1', younger.attachmentId));
  assert.is((await rejectionOf(say(all, unsaid.attachmentId))).code, 'ATTACHMENT_NOT_FOUND');
});
for (const jump of [-24, 24])
  sweeping(
    `counts the hour from the upload, although the wall clock jumped ${jump} hours meanwhile`,
    async () => {
      const { attachments, store, clock } = await setUp();
      const open = store.open;
      store.open = async (contactId) => {
        const draft = await open(contactId);
        const keep = draft.keep;
        draft.keep = (facts) => {
          clock.jump(jump * hour);
          return keep(facts);
        };
        return draft;
      };
      const { attachmentId } = await attachments.upload(upload());
      clock.pass(hour - 1);
      await attachments.sweep();
      assert.ok(await store.find('k1', attachmentId));
      clock.pass(1);
      await attachments.sweep();
      assert.is(await store.find('k1', attachmentId), null);
    },
  );
sweeping('keeps a file that is in the log although the store could not mark it as posted', async () => {
  const all = await setUp();
  const { attachments, contacts, store, clock } = all;
  const file = await attachments.upload(upload());
  await contacts.run('k1', { type: 'attach', now: noon, participantId: 'c1', clientToken: 't', file });
  assert.is((await store.unsaid()).length, 1, 'as if the process had died between the two');
  clock.pass(hour);
  await attachments.sweep();
  assert.ok(await store.find('k1', file.attachmentId));
  assert.equal(await store.unsaid(), []);
});
sweeping('keeps a file that is being posted at this moment', async () => {
  const all = await setUp();
  const { attachments, store, contacts, clock } = all;
  const file = await attachments.upload(upload());
  clock.pass(hour);
  let append = (): void => undefined;
  const held = new Promise<void>((resolve) => (append = resolve));
  const { attachmentId } = file;
  const claim = { contactId: 'k1', participantId: 'c1', attachmentId };
  const said = attachments.post(claim, async () => {
    await held;
    return contacts.run('k1', {
      type: 'attach',
      now: clock.now(),
      participantId: 'c1',
      clientToken: 't',
      file,
    });
  });
  await attachments.sweep();
  append();
  await said;
  await attachments.sweep();
  assert.ok(await store.find('k1', attachmentId));
});
sweeping('refuses to post a file that is being removed at this moment', async () => {
  const all = await setUp();
  const { attachmentId } = await all.attachments.upload(upload());
  all.clock.pass(hour);
  let refused: Promise<{ code?: string }> | null = null;
  const remove = all.store.remove;
  all.store.remove = async (...of) => {
    refused = rejectionOf(say(all, attachmentId));
    await refused;
    return remove(...of);
  };
  await all.attachments.sweep();
  assert.is((await refused!).code, 'ATTACHMENT_NOT_FOUND');
});
sweeping.run();

const erasing = suite('erase');
erasing('also erases the files', async () => {
  const all = await setUp();
  const { attachmentId } = await all.attachments.upload(upload());
  await say(all, attachmentId);
  await all.attachments.upload(upload());
  await all.contacts.run('k1', { type: 'end', now: noon, participantId: 'c1' });
  await all.contacts.erase('k1');
  assert.is(await all.store.count('k1'), 0);
  assert.is(await all.contacts.state('k1'), null);
});
erasing("keeps the contact if its files can't be removed, so that it can be erased again", async () => {
  const all = await setUp();
  await all.contacts.run('k1', { type: 'end', now: noon, participantId: 'c1' });
  const { erase } = all.store;
  all.store.erase = () => Promise.reject(new Error('busy'));
  await rejectionOf(all.contacts.erase('k1'));
  assert.ok(await all.contacts.state('k1'));
  all.store.erase = erase;
  await all.contacts.erase('k1');
  assert.is(await all.contacts.state('k1'), null);
});
erasing.run();
