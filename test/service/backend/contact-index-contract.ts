// Why: every contact index must find what the definition of a search says, whatever happened in between. Pass a factory; it
// registers the suite. Extend with filters in `searches`.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import type { NewEntry, Speaker } from '../../../service/contact/entry.js';
import type { ContactIndex } from '../../../service/backend/contact-index.js';
import { isFound, type ContactSearch } from '../../../service/backend/contact-index/contact-search.js';
import type { ContactLog } from '../../../service/backend/contact-log.js';
import { newestFirst, type Started } from '../../../service/backend/contact-query.js';
import { createIndexer } from '../../../service/contact-index/indexer.js';
import { readContact } from '../../../service/contact-index/read-contact.js';
import { createTestClock } from '../../support/test-clock.js';
import { summary } from './contact-log-contract.js';

/** An index under test, the log that it follows, and how to close both. */
export interface IndexUnderTest {
  log: ContactLog;
  index: ContactIndex;
  /** The same index as another process sees it, or as it is after a restart. */
  again?: () => Promise<ContactIndex>;
  close(): Promise<void>;
}

const who: Speaker = { participantId: 'p', role: 'CUSTOMER', displayName: 'Cleo' };
export const message = (content: string): NewEntry => ({
  ...{ at: 1, kind: 'message', who, clientToken: null, contentType: 'text/plain', content },
});
const note = (content: string): NewEntry => ({ at: 1, kind: 'note', who, clientToken: null, content });
const joined = (displayName: string): NewEntry => ({
  ...{ at: 1, kind: 'participant.joined', who: { ...who, displayName }, agentId: 'a' },
});
const inQueue = (queueId: string): NewEntry => ({ at: 1, kind: 'queue.entered', queueId });

/** Brings the index up to the log. */
export async function follow(index: ContactIndex, log: ContactLog): Promise<void> {
  const indexer = indexerOf(index, log);
  await indexer.catchUp();
  for (let tries = 0; !(await index.status()).isComplete; tries += 1) {
    assert.ok(tries < 1_000, 'the index is never complete');
    await indexer.catchUp();
  }
  await indexer.close();
}
const indexerOf = (index: ContactIndex, log: ContactLog) =>
  createIndexer({
    ...{ index, log, clock: createTestClock() },
    onError: (error) => {
      throw error;
    },
  });

const found = async (index: ContactIndex, search: Partial<ContactSearch>): Promise<string[]> =>
  (await index.search({ limit: 100, ...search })).found.map(({ contactId }) => contactId).sort();

/** Every page of a search. */
async function pages(index: ContactIndex, search: Partial<ContactSearch>, limit: number): Promise<Started[]> {
  const all: Started[] = [];
  for (let after: Started | undefined; ;) {
    const page = await index.search({ ...search, limit, after });
    all.push(...page.found);
    if (page.found.length < limit) return all;
    after = all.at(-1);
  }
}

const texts = [
  'Wo ist mein Paket?',
  'Straße 12',
  'ÉCLAIR au chocolat',
  '東京に行きます',
  'the parcel',
  'שלום',
];
/** Contacts that differ in everything that a search can filter. */
const contactsArbitrary = fc.array(
  fc.record({
    startedAt: fc.integer({ min: 1_000, max: 1_020 }),
    widgetId: fc.constantFrom('w0', 'w1'),
    isActive: fc.boolean(),
    customerName: fc.constantFrom('Cleo', 'Zoë Müller', 'Lee'),
    agentIds: fc.subarray(['a1', 'a2']),
    queueIds: fc.subarray(['q1', 'q2']),
    attributes: fc.constantFrom({}, { tier: 'gold' }, { tier: 'silver', 'a b': 'c d' }),
    tags: fc.subarray(['refund', 'a long tag, with commas']),
    disposition: fc.constantFrom(null, 'Solved'),
    rating: fc.constantFrom(null, 1, 5),
    said: fc.subarray(texts),
    notes: fc.subarray(['angry customer', 'Straße']),
  }),
  { maxLength: 12 },
);
type Varied = typeof contactsArbitrary extends fc.Arbitrary<(infer T)[]> ? T : never;

const summaryOf = (contactId: string, facts: Varied): ContactSummary =>
  summary(contactId, {
    ...{ startedAt: facts.startedAt, widgetId: facts.widgetId, customerName: facts.customerName },
    ...{ agentIds: facts.agentIds, attributes: facts.attributes as Record<string, string> },
    ...(facts.isActive ? {} : { state: 'ENDED', endedAt: 2_000 }),
    outcome: { disposition: facts.disposition, tags: facts.tags },
    survey:
      facts.rating === null
        ? null
        : { kind: 'STARS', rating: facts.rating, comment: 'Danke schön', at: '2026-01-01T00:00:00.000Z' },
  });
const entriesOf = (facts: Varied): NewEntry[] => [
  joined('Ada Lovelace'),
  message('hello'),
  ...facts.queueIds.map(inQueue),
  ...facts.said.map(message),
  ...facts.notes.map(note),
  message('bye'),
];

const searches: Partial<ContactSearch>[] = [
  {},
  { from: 1_005 },
  { to: 1_005 },
  { from: 1_003, to: 1_015, widgetId: 'w1' },
  { widgetId: 'w0' },
  { queueId: 'q1' },
  { agentId: 'a2' },
  { state: 'ACTIVE' },
  { state: 'ENDED', agentId: 'a1', queueId: 'q2' },
  { attribute: { name: 'tier', value: 'gold' } },
  { attribute: { name: 'a b', value: 'c d' } },
  { tag: 'refund' },
  { tag: 'a long tag, with commas' },
  { disposition: 'Solved' },
  { rating: { kind: 'STARS', rating: 5 } },
  { rating: { kind: 'THUMBS', rating: 1 } },
  { participant: 'zoe' },
  { participant: 'LOVELACE ada' },
  { participant: 'paket' },
  { text: 'paket' },
  { text: 'strasse' },
  { text: 'strasse', withNotes: true },
  { text: 'customer' },
  { text: 'customer', withNotes: true },
  { text: 'eclair CHOCOLAT' },
  { text: '東京' },
  { text: '京' },
  { text: '行く' },
  { text: 'שלום' },
  { text: 'par*' },
  { text: 'müll*' },
  { text: 'danke' },
  { text: 'paket', state: 'ENDED', widgetId: 'w1', tag: 'refund' },
  { text: 'nobody said this' },
  { text: '?!' },
];

export function contactIndexContract(name: string, open: () => Promise<IndexUnderTest>): void {
  const contract = suite<IndexUnderTest>(`${name}: the contract of the contact index`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  contract('finds words whatever their case and accents, in all of a contact', async ({ index, log }) => {
    await log.append('a', 0, [message('Où est mon COLIS?'), message('Merci!')], summary('a'));
    await log.append('b', 0, [message('Hello')], summary('b'));
    await follow(index, log);
    assert.equal(await found(index, { text: 'ou colis MERCI' }), ['a']);
    assert.equal(await found(index, { text: 'coli' }), []);
    assert.equal(await found(index, { text: 'coli*' }), ['a']);
    assert.equal(await found(index, { text: 'colis hello' }), []);
  });
  contract('finds private notes only if they are asked for', async ({ index, log }) => {
    await log.append('a', 0, [message('Hello'), note('a difficult customer')], summary('a'));
    await follow(index, log);
    assert.equal(await found(index, { text: 'difficult' }), []);
    assert.equal(await found(index, { text: 'difficult', withNotes: true }), ['a']);
    assert.equal(await found(index, { text: 'hello difficult', withNotes: true }), ['a']);
  });
  contract('follows what is added to a contact', async ({ index, log }) => {
    await log.append('a', 0, [message('first')], summary('a'));
    await follow(index, log);
    await log.append('a', 1, [message('second')]);
    await log.append('a', 2, [inQueue('q')], summary('a', { state: 'ENDED', endedAt: 2 }));
    await follow(index, log);
    assert.equal(await found(index, { text: 'first second', queueId: 'q' }), ['a']);
    assert.equal(await found(index, { state: 'ACTIVE' }), []);
    await log.append('a', 3, [message('third')], summary('a', { state: 'ENDED', endedAt: 2 }));
    await follow(index, log);
    assert.equal(await found(index, { text: 'first third', queueId: 'q', state: 'ENDED' }), ['a']);
  });
  contract('forgets an erased contact', async ({ index, log }) => {
    await log.append('a', 0, [message('secret')], summary('a'));
    await log.append('b', 0, [message('secret')], summary('b'));
    await follow(index, log);
    await log.erase('a');
    await follow(index, log);
    assert.equal(await found(index, { text: 'secret' }), ['b']);
    assert.equal(await index.status(), { isComplete: true, contacts: 1 });
  });
  contract('continues after a contact that was erased meanwhile', async ({ index, log }) => {
    for (const [id, startedAt] of [
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ] as const)
      await log.append(id, 0, [message('x')], summary(id, { startedAt }));
    await follow(index, log);
    await log.erase('b');
    await follow(index, log);
    const { found } = await index.search({ text: 'x', limit: 5, after: { startedAt: 2, contactId: 'b' } });
    assert.equal(found, [{ startedAt: 1, contactId: 'c' }]);
  });
  contract('stores a work once, even if two processes do it', async ({ index, log }) => {
    await log.append('a', 0, [message('x')], summary('a'));
    const [one, other] = [await index.work(true), await index.work(true)];
    const contact = (await readContact(log, 'a', 0))!;
    const results = [one, other].map((work) => index.store(work, { contacts: [contact], gone: [] }));
    assert.equal((await Promise.all(results)).sort(), [false, true]);
  });
  contract('counts up to a number', async ({ index, log }) => {
    for (const id of ['a', 'b', 'c']) await log.append(id, 0, [message('x')], summary(id));
    await follow(index, log);
    assert.is(await index.count({ text: 'x', limit: 1 }, 10), 3);
    assert.is(await index.count({ limit: 1 }, 2), 2);
  });
  contract('finds words that look like queries', async ({ index, log }) => {
    const odd = `x' OR 1=1; "quoted" NEAR(a b) -minus said:col NOT and ^start & | ! <-> \0 \ue000z`;
    await log.append('a', 0, [message(odd)], summary('a'));
    await follow(index, log);
    for (const text of [odd, '"', "'", 'NEAR', 'said:col', 'NOT', ':*', '*', "a'b", '\\'])
      assert.type((await index.search({ text, withNotes: true, limit: 1 })).found.length, 'number');
    assert.equal(await found(index, { text: odd }), ['a']);
    assert.equal(await found(index, { tag: "'\0" }), []);
  });
  contract('is incomplete from a drop until everything is back', async ({ index, log }) => {
    for (let number = 0; number < 450; number += 1)
      await log.append(`k${number}`, 0, [message('x')], summary(`k${number}`, { startedAt: number }));
    await follow(index, log);
    await index.drop();
    assert.equal(await index.status(), { isComplete: false, contacts: 0 });
    assert.equal(await index.search({ text: 'x', limit: 3 }), { found: [], isIncomplete: true });
    await log.append('new', 0, [message('x')], summary('new', { startedAt: 1_000 }));
    await log.erase('k7');
    await follow(index, log);
    assert.equal(await index.status(), { isComplete: true, contacts: 450 });
    assert.is((await pages(index, { text: 'x' }, 100)).length, 450);
  });
  contract(
    'finds what the definition of a search says; pages are whole; rebuilt, it finds the same',
    async (context) => {
      const { index, log } = context;
      let round = 0;
      await fc.assert(
        fc.asyncProperty(contactsArbitrary, fc.boolean(), async (all, isRebuilt) => {
          round += 1;
          const ids = all.map((_, place) => `${round}-${place}`);
          for (const [place, facts] of all.entries()) {
            const entries = entriesOf(facts);
            await log.append(ids[place]!, 0, entries.slice(0, 2), summaryOf(ids[place]!, facts));
            if (place % 3 === 0) await follow(index, log);
            await log.append(
              ids[place]!,
              Math.min(2, entries.length),
              entries.slice(2),
              summaryOf(ids[place]!, facts),
            );
          }
          await follow(index, log);
          if (isRebuilt) await index.drop();
          await follow(index, log);
          try {
            for (const search of searches) {
              const expected = all
                .map((facts, place) => ({ facts, summary: summaryOf(ids[place]!, facts) }))
                .filter(({ facts, summary }) =>
                  isFound({ limit: 1, ...search }, { ...facts, summary, names: ['Ada Lovelace'] }),
                )
                .map(({ summary: { startedAt, contactId } }) => ({ startedAt, contactId }));
              const actual = await pages(index, search, 5);
              assert.equal(
                [...actual].sort(newestFirst),
                expected.sort(newestFirst),
                JSON.stringify([search, actual, expected]),
              );
              assert.equal(
                actual.map(({ startedAt }) => startedAt),
                expected.map(({ startedAt }) => startedAt),
                'newest first',
              );
              assert.is(await index.count({ ...search, limit: 1 }, 1_000), expected.length);
            }
          } finally {
            for (const id of ids) await log.erase(id);
            await follow(index, log);
          }
        }),
        { numRuns: 12, includeErrorInReport: true },
      );
    },
  );
  contract('has everything after a restart', async ({ index, log, again }) => {
    await log.append('a', 0, [message('before')], summary('a'));
    await log.append('gone', 0, [message('before')], summary('gone'));
    await follow(index, log);
    await log.append('a', 1, [message('later')]);
    await log.append('b', 0, [message('later')], summary('b', { state: 'ENDED', endedAt: 2 }));
    await log.erase('gone');
    if (!again) return;
    const next = await again();
    await follow(next, log);
    assert.equal(await found(next, { text: 'later' }), ['a', 'b']);
    assert.equal(await found(next, { text: 'before' }), ['a']);
  });
  contract.run();
}
