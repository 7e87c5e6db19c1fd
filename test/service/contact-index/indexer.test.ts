import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContactIndex } from '../../../service/backend/contact-index.js';
import { MemoryContactIndex } from '../../../service/backend/memory/contact-index.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { createContactFinder } from '../../../service/contact-index/find-contacts.js';
import { createIndexer } from '../../../service/contact-index/indexer.js';
import { ServiceError } from '../../../service/errors.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';
import { message } from '../backend/contact-index-contract.js';
import { summary } from '../backend/contact-log-contract.js';

function open() {
  const log = createMemoryContactLog();
  const index = new MemoryContactIndex(log.indexed);
  const clock = createTestClock();
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  return { log, index, clock, errors, onError, indexer: createIndexer({ log, index, clock, onError }) };
}
const found = async (index: ContactIndex, text: string): Promise<string[]> =>
  (await index.search({ text, limit: 10 })).found.map(({ contactId }) => contactId).sort();

const indexers = suite('createIndexer');
indexers('follows the log in the background', async () => {
  const { log, index, clock, indexer } = open();
  await log.append('a', 0, [message('hello')], summary('a'));
  assert.equal(await found(index, 'hello'), []);
  clock.pass(5_000);
  await settled();
  assert.equal(await found(index, 'hello'), ['a']);
  await indexer.close();
});
indexers('fills a dropped index in the background, also if it has more contacts than one work', async () => {
  const { log, index, indexer } = open();
  for (let number = 0; number < 700; number += 1)
    await log.append(`k${number}`, 0, [message('hello')], summary(`k${number}`));
  await indexer.catchUp();
  await indexer.rebuild();
  assert.is((await index.status()).isComplete, false);
  while (!(await index.status()).isComplete) await settled();
  assert.is(await index.count({ limit: 1, text: 'hello' }, 1_000), 700);
  await indexer.close();
});
indexers('indexes each change once, however many ask at the same time', async () => {
  const { log, index, clock, onError } = open();
  let reads = 0;
  const counted = {
    ...log,
    read: (...values: Parameters<typeof log.read>) => ((reads += 1), log.read(...values)),
  };
  const indexer = createIndexer({ log: counted, index, clock, onError });
  await log.append('a', 0, [message('hello')], summary('a'));
  await Promise.all(Array.from({ length: 20 }, () => indexer.catchUp()));
  assert.is(reads, 1);
  await indexer.close();
});
indexers('leaves a damaged contact as it is, and indexes the others', async () => {
  const { log, index, clock, errors, onError } = open();
  const damaged = {
    ...log,
    read: (id: string, ...rest: [number, number]) =>
      id === 'bad' ? Promise.reject(new ServiceError('CONTACT_DAMAGED')) : log.read(id, ...rest),
  };
  const indexer = createIndexer({ log: damaged, index, clock, onError });
  await log.append('bad', 0, [message('hello')], summary('bad'));
  await log.append('good', 0, [message('hello')], summary('good'));
  await indexer.catchUp();
  assert.equal(await found(index, 'hello'), ['good']);
  assert.equal(errors, []);
  await indexer.close();
});
indexers('reports once that the index fails, and goes on once it works', async () => {
  const { log, index, clock, errors, onError } = open();
  let isBroken = true;
  const work: ContactIndex['work'] = () => (isBroken ? Promise.reject(new Error('disk full')) : index.work());
  const breakable = { work, store: index.store.bind(index), drop: index.drop.bind(index) };
  const indexer = createIndexer({ log, index: breakable, clock, onError });
  await log.append('a', 0, [message('hello')], summary('a'));
  for (let time = 0; time < 3; time += 1) {
    clock.pass(5_000);
    await settled();
  }
  assert.is(errors.length, 1);
  isBroken = false;
  clock.pass(5_000);
  await settled();
  assert.equal(await found(index, 'hello'), ['a']);
  await indexer.close();
});
indexers.run();

const finders = suite('createContactFinder');
finders('answers incompletely if the index can’t follow the log', async () => {
  const { log, index, onError, errors } = open();
  await log.append('a', 0, [message('hello')], summary('a'));
  const indexer = { catchUp: () => Promise.reject(new Error('disk full')) };
  const finder = createContactFinder({ index, indexer, log, onError });
  const page = await finder.find({ text: 'hello', limit: 10 });
  assert.equal([page.contacts, page.isIncomplete, errors.length], [[], true, 1]);
});
finders('leaves out contacts that were erased since', async () => {
  const { log, index, indexer, onError } = open();
  for (const id of ['a', 'b']) await log.append(id, 0, [message('hello')], summary(id));
  await indexer.catchUp();
  await log.erase('a');
  const idle = { catchUp: () => Promise.resolve() };
  const page = await createContactFinder({ index, indexer: idle, log, onError }).find({
    text: 'hello',
    limit: 10,
  });
  assert.equal(
    page.contacts.map(({ contactId }) => contactId),
    ['b'],
  );
  await indexer.close();
});
finders.run();
