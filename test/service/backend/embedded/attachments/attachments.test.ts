import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { attachmentProblem } from '../../../../../service/backup/check-attachment.js';
import { openEmbeddedAttachments } from '../../../../../service/backend/embedded/attachments/attachments.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { attachmentsContract, facts, keep } from '../../attachments-contract.js';

attachmentsContract('embedded', () =>
  openEmbeddedAttachments({ folder: join(temporaryFolder(), 'attachments') }),
);
attachmentsContract('embedded, shared by processes', () =>
  openEmbeddedAttachments({ folder: join(temporaryFolder(), 'attachments'), uploadTakesAtMost: 60_000 }),
);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

const embedded = suite('embedded: beyond the contract');
embedded('keeps files and their unsaid state when it is opened again', async () => {
  const folder = temporaryFolder();
  const before = await openEmbeddedAttachments({ folder });
  const contactId = randomUUID();
  const [said, unsaid] = [await keep(before, contactId), await keep(before, contactId)];
  await before.settle(contactId, said.attachmentId);
  const after = await openEmbeddedAttachments({ folder });
  assert.equal(await after.find(contactId, said.attachmentId), said);
  assert.equal(await after.unsaid(), [unsaid]);
});
embedded('removes unfinished uploads of a killed process at the next start', async () => {
  const folder = temporaryFolder();
  const before = await openEmbeddedAttachments({ folder });
  const contactId = randomUUID();
  const draft = await before.open(contactId);
  await draft.write(Buffer.from('half'));
  // As if the process had died after renaming the file, before writing its facts.
  const renamed = await keep(before, contactId);
  await rm(join(folder, contactId, `${renamed.attachmentId}.json`));
  await writeFile(join(folder, contactId, `${renamed.attachmentId}.json.new`), '{"attach');
  assert.ok(filesIn(folder).length > 2);
  await openEmbeddedAttachments({ folder });
  assert.equal(filesIn(folder), []);
  await draft.discard();
});
embedded('an upload of another process is left alone, until it is older than one can be', async () => {
  const folder = temporaryFolder();
  const here = await openEmbeddedAttachments({ folder, uploadTakesAtMost: 60_000 });
  const contactId = randomUUID();
  const [running, torn] = [await here.open(contactId), await here.open(contactId)];
  for (const draft of [running, torn]) await draft.write(Buffer.from('half'));
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(join(folder, 'unsaid', `${contactId}.${torn.attachmentId}`), anHourAgo, anHourAgo);
  const there = await openEmbeddedAttachments({ folder, uploadTakesAtMost: 60_000 });
  assert.equal(
    filesIn(folder),
    [`${contactId}.${running.attachmentId}`, `${running.attachmentId}.part`].sort(),
  );
  const kept = await running.keep(facts);
  assert.equal(await there.find(contactId, kept.attachmentId), kept);
  await torn.discard();
});
embedded('stores a file under its id, whatever its name, and for the owner only', async () => {
  const folder = temporaryFolder();
  const store = await openEmbeddedAttachments({ folder });
  const contactId = randomUUID();
  const draft = await store.open(contactId);
  await draft.write(Buffer.from('x'));
  const { attachmentId } = await draft.keep({ ...facts, name: '../../evil.sh' });
  assert.equal(filesIn(join(folder, contactId)), [attachmentId, `${attachmentId}.json`]);
  for (const file of filesIn(join(folder, contactId)))
    assert.is(statSync(join(folder, contactId, file)).mode & 0o077, 0);
});
embedded('leaves nothing of a discarded file', async () => {
  const folder = temporaryFolder();
  const store = await openEmbeddedAttachments({ folder });
  const draft = await store.open(randomUUID());
  await draft.write(Buffer.alloc(100_000));
  await draft.discard();
  assert.equal(filesIn(folder), []);
});
embedded('answers TEMPORARILY_UNAVAILABLE if the disk fails, and leaves nothing', async () => {
  const folder = temporaryFolder();
  const store = await openEmbeddedAttachments({ folder });
  const contactId = randomUUID();
  const draft = await store.open(contactId);
  await draft.write(Buffer.from('x'));
  await rm(join(folder, contactId), { recursive: true });
  assert.is((await rejectionOf(draft.keep(facts))).code, 'TEMPORARILY_UNAVAILABLE');
  await draft.discard();
  assert.equal(filesIn(folder), []);
  await rm(join(folder, 'unsaid'), { recursive: true });
  assert.is((await rejectionOf(store.open(contactId))).code, 'TEMPORARILY_UNAVAILABLE');
});
for (const [what, suffix, damage] of [
  ['description is cut', '.json', (path: string) => truncate(path, 20)],
  ['description is altered', '.json', (path: string) => alter(path)],
  ['bytes are cut', '', (path: string) => truncate(path, 1)],
  ['bytes are altered', '', (path: string) => alter(path)],
  ['bytes are missing', '', (path: string) => rm(path)],
] as const)
  embedded(`refuses a file whose ${what}, and names its path`, async () => {
    const folder = temporaryFolder();
    const store = await openEmbeddedAttachments({ folder });
    const contactId = randomUUID();
    const named = { contactId, attachmentId: (await keep(store, contactId)).attachmentId };
    const path = join(folder, contactId, named.attachmentId) + suffix;
    assert.is(await attachmentProblem(folder, named), null);
    await damage(path);
    const { code, cause } = await rejectionOf(store.read(contactId, named.attachmentId));
    assert.is(code, 'ATTACHMENT_DAMAGED');
    assert.ok((cause as Error).message.startsWith(`${path} is damaged: `), (cause as Error).message);
    assert.ok((await attachmentProblem(folder, named))!.startsWith(`${path} is `));
    // Neither the next start nor the sweep of unsaid files fails because of it.
    assert.equal(
      await (await openEmbeddedAttachments({ folder })).unsaid(),
      suffix ? [] : [await store.find(contactId, named.attachmentId)],
    );
  });
async function alter(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
}
embedded('returns files of releases without seals and checksums as they are', async () => {
  const folder = temporaryFolder();
  const store = await openEmbeddedAttachments({ folder });
  const contactId = randomUUID();
  const kept = await keep(store, contactId);
  await writeFile(join(folder, contactId, `${kept.attachmentId}.json`), `${JSON.stringify(kept)}\n`);
  assert.equal(await store.find(contactId, kept.attachmentId), kept);
  assert.ok(await store.read(contactId, kept.attachmentId).then((read) => read?.destroy()));
});
embedded.run();
