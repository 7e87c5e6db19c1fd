// Why: what a contact log promises, it promises for every implementation. Hand it a factory; it registers a suite.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import type { NewEntry } from '../../../service/contact/entry.js';
import type { ContactLog } from '../../../service/store/contact-log.js';

export const entry = (queueId: string): NewEntry => ({ at: 1, kind: 'queue.targeted', queueId });
export const summary = (contactId: string, change: Partial<ContactSummary> = {}): ContactSummary => ({
  contactId,
  widgetId: 'w',
  state: 'ACTIVE',
  startedAt: 1_000,
  endedAt: null,
  customerName: 'Cleo',
  agentIds: [],
  activeAgentIds: [],
  queue: null,
  offer: null,
  passedOver: {},
  deadlines: [],
  attributes: {},
  ...change,
});

export function contactLogContract(name: string, open: () => Promise<ContactLog>): void {
  const contract = suite<{ log: ContactLog }>(`${name}: the contact log's contract`);
  contract.before.each(async (context) => void (context.log = await open()));
  contract.after.each(({ log }) => log.close());
  const said = async (log: ContactLog, contactId: string) =>
    (await log.read(contactId, 0, 1_000)).map((each) => (each.kind === 'queue.targeted' ? each.queueId : ''));

  contract('numbers entries from 1 without gaps, and reads them back', async ({ log }) => {
    const appended = await log.append('k', 0, [entry('a'), entry('b')]);
    assert.equal(appended, {
      ok: true,
      entries: [
        { seq: 1, ...entry('a') },
        { seq: 2, ...entry('b') },
      ],
    });
    await log.append('k', 2, [entry('c')]);
    assert.equal(
      (await log.read('k', 0, 10)).map(({ seq }) => seq),
      [1, 2, 3],
    );
    assert.equal(await log.read('k', 1, 1), [{ seq: 2, ...entry('b') }]);
    assert.equal(await log.read('k', 3, 10), []);
    assert.equal(await log.read('nobody', 0, 10), []);
  });

  contract('refuses an append that expects another number, and writes nothing of it', async ({ log }) => {
    await log.append('k', 0, [entry('a')]);
    assert.equal(await log.append('k', 0, [entry('b')]), { ok: false, lastSeq: 1 });
    assert.equal(await log.append('k', 5, [entry('b')]), { ok: false, lastSeq: 1 });
    assert.equal(await said(log, 'k'), ['a']);
  });

  contract('of appends at once with the same expectation one succeeds', async ({ log }) => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((each) => log.append('k', 0, [entry(each)])));
    assert.is(outcomes.filter(({ ok }) => ok).length, 1);
    assert.is((await said(log, 'k')).length, 1);
  });

  contract('stores the summary with the entries, and leaves it without one', async ({ log }) => {
    assert.is(await log.summary('k'), null);
    await log.append('k', 0, [entry('a')], summary('k'));
    await log.append('k', 1, [entry('b')]);
    assert.equal(await log.summary('k'), summary('k'));
    await log.append('k', 0, [entry('c')], summary('k', { customerName: 'refused' }));
    assert.is((await log.summary('k'))!.customerName, 'Cleo');
  });

  contract('knows what is active', async ({ log }) => {
    await log.append('k1', 0, [entry('a')], summary('k1'));
    await log.append('k2', 0, [entry('a')], summary('k2'));
    await log.append('k1', 1, [entry('b')], summary('k1', { state: 'ENDED', endedAt: 2_000 }));
    assert.equal(
      (await log.active()).map(({ contactId }) => contactId),
      ['k2'],
    );
  });

  contract('lists by start time, newest first, in pages', async ({ log }) => {
    for (let index = 0; index < 25; index += 1) {
      const contactId = `k${index}`;
      await log.append(contactId, 0, [entry('a')], summary(contactId, { startedAt: Math.floor(index / 2) }));
    }
    const first = await log.list({ limit: 10 });
    const second = await log.list({ limit: 100, before: first.at(-1)! });
    const all = [...first, ...second];
    assert.is(first.length, 10);
    assert.is(new Set(all.map(({ contactId }) => contactId)).size, 25);
    const times = all.map(({ startedAt }) => startedAt);
    assert.equal(
      times,
      [...times].sort((a, b) => b - a),
    );
    const some = await log.list({ limit: 3, where: ({ startedAt }) => startedAt % 2 === 0 });
    assert.equal(
      some.map(({ startedAt }) => startedAt),
      [12, 10, 10],
    );
  });

  contract('keeps contacts apart, whatever their ids have in common', async ({ log }) => {
    await log.append('k', 0, [entry('a')]);
    await log.append('k1', 0, [entry('b')]);
    await log.append('k-', 0, [entry('c')]);
    assert.equal([await said(log, 'k'), await said(log, 'k1'), await said(log, 'k-')], [['a'], ['b'], ['c']]);
  });

  contract('erases everything of a contact', async ({ log }) => {
    await log.append('k', 0, [entry('a'), entry('b')], summary('k'));
    await log.append('other', 0, [entry('c')], summary('other'));
    await log.erase('k');
    assert.equal([await log.read('k', 0, 10), await log.summary('k')], [[], null]);
    assert.equal(
      (await log.list({ limit: 9 })).map(({ contactId }) => contactId),
      ['other'],
    );
    assert.equal(
      (await log.active()).map(({ contactId }) => contactId),
      ['other'],
    );
    assert.ok((await log.append('k', 0, [entry('again')])).ok);
  });

  contract('says that it can be written to', ({ log }) => log.check());

  contract('any interleaving of appends is what one after the other would be', async ({ log }) => {
    let run = 0;
    const step = fc.record({
      contact: fc.nat(2),
      count: fc.integer({ min: 1, max: 3 }),
      off: fc.constantFrom(0, 0, 0, 1, -1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        run += 1;
        const model = new Map<string, number>();
        const outcomes = steps.map(async ({ contact, count, off }) => {
          const contactId = `${run}-${contact}`;
          const head = model.get(contactId) ?? 0;
          const expected = Math.max(0, head + off);
          if (expected === head) model.set(contactId, head + count);
          const { ok } = await log.append(
            contactId,
            expected,
            Array.from({ length: count }, () => entry('x')),
          );
          assert.is(ok, expected === head);
        });
        await Promise.all(outcomes);
        for (const [contactId, last] of model) {
          const seqs = (await log.read(contactId, 0, 1_000)).map(({ seq }) => seq);
          assert.equal(
            seqs,
            Array.from({ length: last }, (_, index) => index + 1),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
  contract.run();
}
