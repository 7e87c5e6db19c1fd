// Why: every implementation of the contact log must pass this suite. Pass a factory; it registers the suite.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import type { NewEntry } from '../../../service/contact/entry.js';
import { numbered } from '../../../service/contact/number-entries.js';
import type { ContactLog, ContactPage } from '../../../service/backend/contact-log.js';
import { entrySamples } from '../../support/entry-samples.js';
import { matches, newestFirst, type ContactQuery } from '../../../service/backend/contact-query.js';

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

const idsOf = ({ contacts }: ContactPage): string[] => contacts.map(({ contactId }) => contactId);

/** Contacts that differ in everything that a query can filter. */
const variedSummaries = (): ContactSummary[] =>
  Array.from({ length: 24 }, (_, index) =>
    summary(`k${String(index * 7).padStart(3, '0')}`, {
      startedAt: 1_000 + Math.floor(index / 3) * 10,
      widgetId: `w${index % 2}`,
      state: index % 3 === 0 ? 'ACTIVE' : 'ENDED',
      // Of every other active contact only after-contact work is left.
      endedAt: index % 3 === 0 && index % 2 === 0 ? null : 2_000,
      queue: index % 4 === 0 ? { queueId: `q${index % 8}`, since: 1 } : null,
      agentIds: index % 5 === 0 ? ['a1', 'a2'] : ['a2'],
      attributes: index % 6 === 0 ? { tier: 'gold', toString: 'own' } : {},
    }),
  );
const queries: Omit<ContactQuery, 'limit'>[] = [
  { from: 1_030 },
  { to: 1_030 },
  { from: 1_010, to: 1_050 },
  { widgetId: 'w1' },
  { queueId: 'q4' },
  { agentId: 'a1' },
  { state: 'ACTIVE' },
  { state: 'ENDED' },
  { attribute: { name: 'tier', value: 'gold' } },
  { attribute: { name: 'toString', value: 'own' } },
  { from: 1_010, to: 1_070, widgetId: 'w0', state: 'ACTIVE', agentId: 'a2' },
];

/** A log under test, and how to close it. */
export interface OpenLog {
  log: ContactLog;
  close: () => Promise<void>;
}

export function contactLogContract(name: string, open: () => Promise<OpenLog>): void {
  const contract = suite<OpenLog>(`${name}: the contract of the contact log`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());
  const said = async (log: ContactLog, contactId: string) =>
    (await log.read(contactId, 0, 1_000)).map((each) => (each.kind === 'queue.targeted' ? each.queueId : ''));

  contract(
    'tells writers what became of their appends, never before `post` has returned',
    async ({ log }) => {
      const told: string[] = [];
      const post = (contactId: string, expected: number) =>
        new Promise<void>((resolve, failed) => {
          const tell = (what: string) => {
            told.push(`${contactId} ${expected}: ${what}`);
            resolve();
          };
          const entries = [{ seq: expected + 1, ...entry('a') }];
          log.post(
            { contactId, expected, entries },
            { stored: () => tell('stored'), outdated: (lastSeq) => tell(`ends with ${lastSeq}`), failed },
          );
        });
      const posted = [post('k', 0), post('l', 0), post('m', 7)];
      assert.equal(told, []);
      await Promise.all(posted);
      assert.equal(told.sort(), ['k 0: stored', 'l 0: stored', 'm 7: ends with 0']);
      await post('k', 0);
      await post('k', 1);
      assert.equal(told.slice(3), ['k 0: ends with 1', 'k 1: stored']);
      assert.equal(await said(log, 'k'), ['a', 'a']);
    },
  );
  contract('numbers entries from 1 without gaps, and returns them', async ({ log }) => {
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

  contract(
    'returns entries of every kind as they were stored, also of kinds it does not know',
    async ({ log }) => {
      const later = { at: 1, kind: 'later.pinned', by: 'p1', facts: { nested: [1, null, 'ü\u0000'] } };
      const given = [...Object.values(entrySamples), later as unknown as NewEntry];
      await log.append('k', 0, given);
      assert.equal(await log.read('k', 0, 100), numbered(0, given));
    },
  );

  contract('refuses an append with a wrong expected number, and writes none of it', async ({ log }) => {
    await log.append('k', 0, [entry('a')]);
    assert.equal(await log.append('k', 0, [entry('b')]), { ok: false, lastSeq: 1 });
    assert.equal(await log.append('k', 5, [entry('b')]), { ok: false, lastSeq: 1 });
    assert.equal(await said(log, 'k'), ['a']);
  });

  contract(
    'lets one of several concurrent appends with the same expected number succeed',
    async ({ log }) => {
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((each) => log.append('k', 0, [entry(each)])),
      );
      assert.is(outcomes.filter(({ ok }) => ok).length, 1);
      assert.is((await said(log, 'k')).length, 1);
    },
  );

  contract('never calls a log new that has entries, or had them appended meanwhile', async ({ log }) => {
    const isNewBefore = log.isNew('k');
    const appending = log.append('k', 0, [entry('a')], summary('k'));
    await appending;
    assert.is(log.isNew('k'), false);
    // Another kind of answer than an append's: both may be right only for a new log.
    if (isNewBefore) assert.ok((await appending).ok);
    assert.equal(await log.append('k', 0, [entry('b')]), { ok: false, lastSeq: 1 });
  });
  contract('stores the summary with the entries, and keeps it if none is given', async ({ log }) => {
    assert.is(await log.summary('k'), null);
    await log.append('k', 0, [entry('a')], summary('k'));
    await log.append('k', 1, [entry('b')]);
    assert.equal(await log.summary('k'), summary('k'));
    await log.append('k', 0, [entry('c')], summary('k', { customerName: 'refused' }));
    assert.is((await log.summary('k'))!.customerName, 'Cleo');
  });

  contract('lists the active contacts', async ({ log }) => {
    await log.append('k1', 0, [entry('a')], summary('k1'));
    await log.append('k2', 0, [entry('a')], summary('k2'));
    await log.append('k1', 1, [entry('b')], summary('k1', { state: 'ENDED', endedAt: 2_000 }));
    assert.equal(idsOf(await log.active()), ['k2']);
  });

  contract('lists by start time, newest first, in pages', async ({ log }) => {
    for (let index = 0; index < 25; index += 1) {
      const contactId = `k${index}`;
      await log.append(contactId, 0, [entry('a')], summary(contactId, { startedAt: Math.floor(index / 2) }));
    }
    const { contacts: first } = await log.list({ limit: 10 });
    const { contacts: second } = await log.list({ limit: 100, after: first.at(-1)! });
    const all = [...first, ...second];
    assert.is(first.length, 10);
    assert.is(new Set(all.map(({ contactId }) => contactId)).size, 25);
    const times = all.map(({ startedAt }) => startedAt);
    assert.equal(
      times,
      [...times].sort((a, b) => b - a),
    );
  });

  contract('applies each filter of a query, alone and combined, with pages of any size', async ({ log }) => {
    const stored = variedSummaries();
    for (const each of stored) await log.append(each.contactId, 0, [entry('a')], each);
    for (const query of queries) {
      const expected = stored.filter((each) => matches({ ...query, limit: 1 }, each)).sort(newestFirst);
      assert.ok(expected.length > 0 && expected.length < stored.length, 'the query distinguishes');
      for (const limit of [2, 100]) {
        const found: ContactSummary[] = [];
        for (let page: ContactPage | null = null; page === null || page.contacts.length === limit;) {
          page = await log.list({ ...query, limit, ...(found.length > 0 && { after: found.at(-1)! }) });
          found.push(...page.contacts);
        }
        assert.equal(found, expected, JSON.stringify(query));
      }
    }
  });

  contract('reports an intact log as neither damaged nor incomplete', async ({ log }) => {
    await log.append('k', 0, [entry('a')], summary('k'));
    assert.equal(await log.list({ limit: 9 }), {
      contacts: [summary('k')],
      damaged: [],
      isIncomplete: false,
    });
    assert.equal(await log.active(), { contacts: [summary('k')], damaged: [], isIncomplete: false });
  });

  contract('separates contacts whose ids have common parts', async ({ log }) => {
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
    assert.equal(idsOf(await log.list({ limit: 9 })), ['other']);
    assert.equal(idsOf(await log.active()), ['other']);
    assert.ok((await log.append('k', 0, [entry('again')])).ok);
  });

  contract('reports that it can be written to', ({ log }) => log.check());

  contract('gives the same result for any interleaving of appends as for a sequence', async ({ log }) => {
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
