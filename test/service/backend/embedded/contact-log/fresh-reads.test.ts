import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FreshReads } from '../../../../../service/backend/embedded/contact-log/fresh-reads.js';
import type { Entry } from '../../../../../service/contact/entry.js';

const entries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ seq: index + 1, at: 1, kind: 'queue.targeted', queueId: 'q' },
  }));

const fresh = suite('FreshReads');
fresh('gives a log once', () => {
  const reads = new FreshReads();
  reads.note('k', entries(3));
  assert.equal(reads.take('k', 3), entries(3));
  assert.is(reads.take('k', 3), undefined);
});
fresh('gives nothing of a log that has grown, or whose end is not known', () => {
  const reads = new FreshReads();
  for (const last of [4, undefined]) {
    reads.note('k', entries(3));
    assert.is(reads.take('k', last), undefined);
  }
  assert.is(reads.take('unread', undefined), undefined);
});
fresh('gives nothing of an empty log, or of one that was erased', () => {
  const reads = new FreshReads();
  reads.note('empty', []);
  assert.is(reads.take('empty', undefined), undefined);
  reads.note('erased', entries(3));
  reads.forget('erased');
  assert.is(reads.take('erased', 3), undefined);
});
fresh('remembers the latest hundred short logs', () => {
  const reads = new FreshReads();
  reads.note('long', entries(65));
  for (let index = 0; index <= 100; index += 1) reads.note(`k${index}`, entries(1));
  assert.is(reads.take('long', 65), undefined);
  assert.is(reads.take('k0', 1), undefined);
  assert.equal(reads.take('k1', 1), entries(1));
  assert.equal(reads.take('k100', 1), entries(1));
});
fresh.run();
