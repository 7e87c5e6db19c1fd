import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ServiceError } from '../../../../../service/errors.js';
import { openEmbeddedContactLog } from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { contactLogContract, entry, summary } from '../../contact-log-contract.js';

contactLogContract('embedded', async () => {
  const log = await openEmbeddedContactLog({ folder: join(temporaryFolder(), 'contacts') });
  return { log, close: () => log.close() };
});

const embedded = suite('embedded: beyond the contract');
embedded('keeps everything acknowledged when it is opened again', async () => {
  const folder = temporaryFolder();
  const before = await openEmbeddedContactLog({ folder });
  await before.append('k', 0, [entry('a'), entry('b')], summary('k'));
  await before.close();
  const after = await openEmbeddedContactLog({ folder });
  assert.is((await after.read('k', 0, 10)).length, 2);
  assert.equal(await after.append('k', 1, [entry('c')]), { ok: false, lastSeq: 2 });
  assert.equal((await after.active()).contacts, [summary('k')]);
  await after.close();
});
embedded('refuses a folder that another process uses', async () => {
  const folder = temporaryFolder();
  const first = await openEmbeddedContactLog({ folder });
  const { message } = await rejectionOf(openEmbeddedContactLog({ folder }));
  assert.is(message, `${folder} is in use by another process.`);
  await first.close();
});
embedded('groups concurrent appends into one commit', async () => {
  let commits = 0;
  const log = await openEmbeddedContactLog({
    folder: temporaryFolder(),
    write: (db, batch) => ((commits += 1), db.batch(batch, { sync: true })),
  });
  await Promise.all(Array.from({ length: 500 }, (_, index) => log.append(`k${index}`, 0, [entry('a')])));
  assert.ok(commits < 10, `${commits} commits`);
  await log.close();
});
embedded('writes nothing for a check while other commits succeed', async () => {
  let commits = 0;
  const log = await openEmbeddedContactLog({
    folder: temporaryFolder(),
    write: (db, batch) => ((commits += 1), db.batch(batch, { sync: true })),
  });
  await log.check();
  assert.is(commits, 1, 'nothing has been written yet');
  await log.append('k', 0, [entry('a')]);
  for (let time = 0; time < 100; time += 1) await log.check();
  assert.is(commits, 2);
  await log.close();
});
embedded('accepts an append that expects entries of a commit in progress', async () => {
  const log = await openEmbeddedContactLog({ folder: temporaryFolder() });
  const outcomes = await Promise.all([0, 1, 2, 3].map((seq) => log.append('k', seq, [entry(String(seq))])));
  assert.ok(outcomes.every(({ ok }) => ok));
  assert.equal(
    (await log.read('k', 0, 9)).map(({ seq }) => seq),
    [1, 2, 3, 4],
  );
  await log.close();
});
embedded('rejects everything that depends on a failed commit, and then recovers', async () => {
  let isFull = false;
  const log = await openEmbeddedContactLog({
    folder: temporaryFolder(),
    write: (db, batch) => (isFull ? Promise.reject(new Error('ENOSPC')) : db.batch(batch, { sync: true })),
  });
  await log.append('k', 0, [entry('a')]);
  isFull = true;
  const outcomes = await Promise.allSettled([
    log.append('k', 1, [entry('b')]),
    log.append('k', 2, [entry('c')]),
  ]);
  outcomes.push(
    ...(await Promise.allSettled([log.check().then(() => ({ ok: false as const, lastSeq: 0 }))])),
  );
  for (const outcome of outcomes) {
    assert.is(outcome.status, 'rejected');
    assert.is(
      (outcome as PromiseRejectedResult).reason.code as ServiceError['code'],
      'TEMPORARILY_UNAVAILABLE',
    );
  }
  isFull = false;
  assert.ok((await log.append('k', 1, [entry('d')])).ok);
  assert.equal(
    (await log.read('k', 0, 9)).map(({ seq }) => seq),
    [1, 2],
  );
  await log.close();
});
embedded(
  'reports once why nothing can be stored, retries by itself, and reports when it succeeds',
  async () => {
    let isFull = true;
    let told = (_cause: unknown): void => undefined;
    const log = await openEmbeddedContactLog({
      folder: temporaryFolder(),
      write: (db, batch) => (isFull ? Promise.reject(new Error('ENOSPC')) : db.batch(batch, { sync: true })),
      onCommitFailure: (cause) => told(cause),
    });
    const causes: unknown[] = [];
    told = (cause) => causes.push(cause);
    for (const content of ['a', 'b']) await rejectionOf(log.append('k', 0, [entry(content)]));
    assert.equal(
      causes.map((cause) => (cause as Error).message),
      ['ENOSPC'],
    );
    isFull = false;
    assert.is(await new Promise((resolve) => (told = resolve)), null);
    assert.ok((await log.append('k', 0, [entry('c')])).ok);
    await log.close();
  },
);
embedded('loses nothing acknowledged and leaves no gap when it is killed while appending', async () => {
  const folder = temporaryFolder();
  const writer = fileURLToPath(new URL('../../../../support/endless-writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged = new Map<string, number>();
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [contactId, seq] = line.split(' ');
    acknowledged.set(contactId!, Number(seq));
    if ((count += 1) === 2_000) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const log = await openEmbeddedContactLog({ folder });
  for (const [contactId, last] of acknowledged) {
    const seqs = (await log.read(contactId, 0, 100_000)).map(({ seq }) => seq);
    assert.ok(seqs.length >= last, `${contactId}: ${seqs.length} of ${last}`);
    assert.equal(
      seqs,
      seqs.map((_, index) => index + 1),
    );
  }
  await log.close();
});
embedded.run();
