import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Append } from '../../../../../service/backend/contact-log.js';
import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { storeGroup } from '../../../../../service/backend/postgres/log/store-group.js';
import { NotSent, type Database } from '../../../../../service/backend/postgres/database/database.js';
import {
  openProcesses,
  type TestProcess,
  type TestProcesses,
} from '../../../../support/postgres/processes.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { entry } from '../../contact-log-contract.js';

type Attempt = (send: () => Promise<unknown[]>) => Promise<unknown[]>;

/** The answer is lost on its way back: the server has stored the group. */
const loseAnswer: Attempt = async (send) => {
  await send();
  throw new Error('Connection terminated unexpectedly');
};
/** The connection is lost before the server has the statement. */
const loseStatement: Attempt = () => Promise.reject(new Error('Connection terminated unexpectedly'));
const refuseConnection: Attempt = () => Promise.reject(new NotSent(new Error('ECONNREFUSED')));

/** A database whose first answers come to nothing, one after the other. */
function unreliable({ database }: TestProcess, attempts: Attempt[]): Database {
  const left = [...attempts];
  return {
    query: database.query.bind(database),
    once: (...words: Parameters<Database['once']>) => {
      const send = () => database.once(...words);
      const attempt = left.shift();
      return attempt ? attempt(send) : send();
    },
  } as unknown as Database;
}

const append = (contactId: string, expected: number, ...texts: string[]): Append => ({
  contactId,
  expected,
  entries: texts.map((text, index) => ({ seq: expected + 1 + index, ...entry(text) })),
  summary: undefined,
});

interface Context extends TestProcesses {
  log: PostgresContactLog;
  troubles: unknown[];
  store(group: Append[], ...attempts: Attempt[]): Promise<string[]>;
}

const stores = suite<Context>('storeGroup');
stores.before.each(async (context) => {
  const test = await openProcesses();
  Object.assign(context, test, { troubles: [] });
  const [process] = test.processes;
  await process.pulse.begin();
  context.log = new PostgresContactLog({ ...process, onDeadlines: () => undefined });
  context.store = async (group, ...attempts) => {
    const stored = await storeGroup(group, {
      database: unreliable(process, attempts),
      lease: process.lease,
      onTrouble: (cause) => context.troubles.push(cause),
      isClosed: () => false,
    });
    return [...stored].sort();
  };
});
stores.after.each(({ close }) => close());
const said = async ({ log }: Context, contactId: string) =>
  (await log.read(contactId, 0, 100)).map((each) => (each.kind === 'queue.targeted' ? each.queueId : ''));

for (const [what, attempts] of [
  ['the answer is lost', [loseAnswer]],
  ['the statement is lost', [loseStatement]],
  [
    'the answer is lost, and then the database is away for a while',
    [loseAnswer, refuseConnection, refuseConnection],
  ],
  ['one answer after the other is lost', [loseAnswer, loseAnswer, loseStatement, loseAnswer]],
] as const)
  stores(`stores a group once where ${what}`, async (context) => {
    const group = [append('a', 0, 'one', 'two'), append('b', 0, 'three')];
    assert.equal(await context.store(group, ...attempts), ['a', 'b']);
    assert.equal([await said(context, 'a'), await said(context, 'b')], [['one', 'two'], ['three']]);
    assert.is(context.troubles.length, attempts.length);
  });
stores('does not take the entries of another process for its own', async (context) => {
  await context.log.append('a', 0, [entry('of another')]);
  assert.equal(await context.store([append('a', 0, 'mine'), append('b', 0, 'mine')], loseAnswer), ['b']);
  assert.equal(await said(context, 'a'), ['of another']);
});
stores('rejects at once where nothing can have been sent', async (context) => {
  const { code } = (await rejectionOf(context.store([append('a', 0, 'one')], refuseConnection))) as {
    code?: string;
  };
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.equal(await said(context, 'a'), []);
});
stores('knows what was stored before its lease ended, and stores nothing after', async (context) => {
  const { processes } = context;
  const end: Attempt = async () => {
    await processes[1].database.query({ name: '', text: 'DELETE FROM connect_chat.processes' });
    throw new Error('Connection terminated unexpectedly');
  };
  const lost: Attempt = async (send) => {
    await send();
    return end(send);
  };
  assert.equal(await context.store([append('a', 0, 'one')], lost), ['a']);
  await processes[0].lease.renew();
  const { code } = (await rejectionOf(context.store([append('b', 0, 'two')], end))) as { code?: string };
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.equal([await said(context, 'a'), await said(context, 'b')], [['one'], []]);
});
stores('stores any text, U+0000 and halves of surrogate pairs too', async (context) => {
  const text = 'a\0b \ud800 \udc00 \u{1f600} "\\';
  await context.store([append('a', 0, text)]);
  assert.equal(await said(context, 'a'), [text]);
});
stores('a gap in what is stored is damage, which is told once', async (context) => {
  const { log, processes } = context;
  await log.append('a', 0, [entry('one'), entry('two'), entry('three')]);
  await processes[0].database.query({ name: '', text: `DELETE FROM connect_chat.entries WHERE seq = 2` });
  const told: string[] = [];
  log.onDamage((contactId, error) => told.push(`${contactId}: ${error.message}`));
  for (let time = 0; time < 2; time += 1)
    assert.is(((await rejectionOf(log.read('a', 0, 10))) as { code?: string }).code, 'CONTACT_DAMAGED');
  assert.equal(told, ['a: Contact a in the database lacks entry 2. Restore it from a backup.']);
});
stores.run();
