// Why: every shared backend must report the appends of other processes as this suite demands. Pass a factory;
// it registers the suite. The factory returns the log of one process, and the changes as another one sees
// them.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Changes } from '../../../service/backend/changes.js';
import type { ContactLog } from '../../../service/backend/contact-log.js';
import { entry, summary } from './contact-log-contract.js';

export interface ChangesUnderTest {
  log: ContactLog;
  changes: Changes;
  close(): Promise<void>;
}

export function changesContract(name: string, open: () => Promise<ChangesUnderTest>): void {
  const contract = suite<ChangesUnderTest>(`${name}: the contract of changes`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());
  const ids = ({ changed }: Awaited<ReturnType<Changes['summaries']>>): string[] =>
    changed.map((each) => each.summary.contactId).sort();

  contract('return the last numbers in the order of the request', async ({ log, changes }) => {
    await log.append('a', 0, [entry('x'), entry('y')], summary('a'));
    await log.append('b', 0, [entry('x')]);
    assert.equal(await changes.lastNumbers(['b', 'nobody', 'a']), [1, 0, 2]);
    await log.append('b', 1, [entry('y')]);
    assert.equal(await changes.lastNumbers(['b']), [2]);
    assert.equal(await changes.lastNumbers([]), []);
  });
  contract('return a thousand last numbers at once', async ({ log, changes }) => {
    const contactIds = Array.from({ length: 1_000 }, (_, index) => `k${index}`);
    await Promise.all(
      contactIds.filter((_, index) => index % 2).map((id) => log.append(id, 0, [entry('x')])),
    );
    assert.equal(
      await changes.lastNumbers(contactIds),
      contactIds.map((_, index) => index % 2),
    );
  });
  contract('begin with all active contacts', async ({ log, changes }) => {
    await log.append('a', 0, [entry('x')], summary('a'));
    await log.append('b', 0, [entry('x')], summary('b', { state: 'ENDED', endedAt: 2 }));
    await log.append('c', 0, [entry('x'), entry('y')], summary('c'));
    const { changed } = await changes.summaries(null);
    assert.equal(
      changed.sort((one, other) => (one.summary.contactId < other.summary.contactId ? -1 : 1)),
      [
        { summary: summary('a'), lastSeq: 1 },
        { summary: summary('c'), lastSeq: 2 },
      ],
    );
  });
  contract('continue with what was stored since, ended contacts included', async ({ log, changes }) => {
    await log.append('a', 0, [entry('x')], summary('a'));
    await log.append('b', 0, [entry('x')], summary('b'));
    let { mark } = await changes.summaries(null);
    await log.append('a', 1, [entry('y')], summary('a', { state: 'ENDED', endedAt: 2 }));
    await log.append('c', 0, [entry('x')], summary('c'));
    const next = await changes.summaries(mark);
    for (const contactId of ['a', 'c']) assert.ok(ids(next).includes(contactId));
    assert.is(next.changed.find((each) => each.summary.contactId === 'a')!.lastSeq, 2);
    ({ mark } = next);
    await log.append('b', 1, [entry('y')], summary('b', { customerName: 'Ada' }));
    assert.ok(ids(await changes.summaries(mark)).includes('b'));
  });
  contract('return the last number of the log, not that of the summary', async ({ log, changes }) => {
    await log.append('a', 0, [entry('x')], summary('a'));
    await log.append('a', 1, [entry('y')]);
    const { changed } = await changes.summaries(null);
    assert.equal(changed, [{ summary: summary('a'), lastSeq: 2 }]);
  });
  contract('include appends in progress', async ({ log, changes }) => {
    const seen = new Set<string>();
    let mark: string | null = null;
    const look = async (): Promise<void> => {
      const found = await changes.summaries(mark);
      mark = found.mark;
      for (const each of found.changed) seen.add(each.summary.contactId);
    };
    const contactIds = Array.from({ length: 200 }, (_, index) => `k${index}`);
    await Promise.all(
      contactIds.map(async (id, index) => {
        await log.append(id, 0, [entry('x')], summary(id));
        if (index % 10 === 0) await look();
      }),
    );
    await look();
    assert.is(seen.size, contactIds.length);
  });
  contract.run();
}
