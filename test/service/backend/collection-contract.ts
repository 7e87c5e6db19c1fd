// Why: every implementation of a collection must pass this suite. Pass a factory; it registers the suite.
import { Type, type Static } from 'typebox';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Collection } from '../../../service/backend/configuration.js';
import { rejectionOf } from '../../support/rejection.js';

export const DocumentSchema = Type.Object(
  { name: Type.String(), tags: Type.Array(Type.String()) },
  { additionalProperties: false },
);
export type Document = Static<typeof DocumentSchema>;

export function collectionContract(
  name: string,
  open: (options?: { keepsEarlier: boolean }) => Promise<Collection<Document>>,
): void {
  const contract = suite<{ documents: Collection<Document> }>(`${name}: the contract of a collection`);
  contract.before.each(async (context) => void (context.documents = await open()));
  const one = (name: string): Document => ({ name, tags: [] });

  contract('returns a stored document, with a version that rises by one', async ({ documents }) => {
    const put = await documents.put('a', one('first'));
    assert.ok(put.ok);
    assert.equal([put.document.version, put.document.value], [1, one('first')]);
    await documents.put('a', one('second'));
    const read = await documents.get('a');
    assert.equal([read!.id, read!.version, read!.value.name], ['a', 2, 'second']);
    assert.is(await documents.get('b'), null);
    assert.equal(await documents.latest('a'), read);
    assert.is(await documents.latest('b'), null);
  });
  contract('replaces only the expected version', async ({ documents }) => {
    assert.equal(await documents.put('a', one('x'), 1), { ok: false, version: 0 });
    await documents.put('a', one('x'), 0);
    assert.equal(await documents.put('a', one('y'), 0), { ok: false, version: 1 });
    assert.ok((await documents.put('a', one('y'), 1)).ok);
  });
  contract('lets one of several concurrent puts on the same version succeed', async ({ documents }) => {
    const puts = await Promise.all(['a', 'b', 'c'].map((name) => documents.put('x', one(name), 0)));
    assert.is(puts.filter(({ ok }) => ok).length, 1);
  });
  contract('lists in order of id, and deletes', async ({ documents }) => {
    for (const id of ['c', 'a', 'b']) await documents.put(id, one(id));
    assert.is(await documents.delete('b'), true);
    assert.is(await documents.delete('b'), false);
    assert.equal(
      (await documents.list()).map(({ id }) => id),
      ['a', 'c'],
    );
  });
  contract('copies given values, and freezes returned ones', async ({ documents }) => {
    const given = one('x');
    await documents.put('a', given);
    given.tags.push('changed by the caller');
    for (const document of [await documents.get('a'), ...(await documents.list())])
      assert.throws(() => document!.value.tags.push('changed by a reader'), TypeError);
    assert.equal((await documents.get('a'))!.value.tags, []);
  });
  contract('notifies watchers of each change until they leave', async ({ documents }) => {
    const told: unknown[] = [];
    const leave = documents.watch((id, document) => told.push([id, document?.version ?? null]));
    await documents.put('a', one('x'));
    await documents.put('a', one('y'), 7);
    await documents.delete('a');
    leave();
    await documents.put('a', one('z'));
    assert.equal(told, [
      ['a', 1],
      ['a', null],
    ]);
  });
  contract('stores the author of a document', async ({ documents }) => {
    await documents.put('a', one('x'), 0, 'ada');
    assert.is((await documents.get('a'))!.updatedBy, 'ada');
    await documents.put('a', one('y'));
    assert.is((await documents.get('a'))!.updatedBy, null);
  });
  contract('keeps every earlier version if asked to, newest first', async ({ documents }) => {
    const keeping = await open({ keepsEarlier: true });
    for (const name of ['one', 'two', 'three']) await keeping.put('a', one(name), undefined, `by ${name}`);
    await keeping.put('a', one('never'), 1);
    const earlier = await keeping.earlier('a');
    assert.equal(
      earlier.map(({ id, version, updatedBy, value }) => [id, version, updatedBy, value.name]),
      [
        ['a', 2, 'by two', 'two'],
        ['a', 1, 'by one', 'one'],
      ],
    );
    assert.equal(await keeping.earlier('b'), []);
    await documents.put('a', one('x'));
    await documents.put('a', one('y'));
    assert.equal(await documents.earlier('a'), []);
  });
  for (const [what, value] of [
    ['an unknown member', { ...one('x'), unknown: 1 }],
    ['a member of __proto__', JSON.parse('{"name":"x","tags":[],"__proto__":{"admin":true}}')],
    ['a wrong type', { name: 7, tags: [] }],
    ['a missing member', { name: 'x' }],
    ["a number that JSON can't represent", { name: 'x', tags: [NaN] }],
    ['null', null],
  ] as const)
    contract(`refuses a value with ${what}, and continues`, async ({ documents }) => {
      await documents.put('a', one('before'));
      const { message } = await rejectionOf(documents.put('a', value as Document));
      assert.match(message, 'was not stored');
      assert.equal((await documents.get('a'))!.value, one('before'));
      assert.ok((await documents.put('a', one('after'), 1)).ok);
    });
  contract('omits undefined members, like JSON', async ({ documents }) => {
    await documents.put('a', { ...one('x'), unknown: undefined } as Document);
    assert.equal(Object.keys((await documents.get('a'))!.value), ['name', 'tags']);
  });
  contract('accepts any id, also the names of object members', async ({ documents }) => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      assert.is(await documents.get(id), null);
      await documents.put(id, one(id));
      assert.is((await documents.get(id))!.value.name, id);
    }
  });
  contract.run();
}
