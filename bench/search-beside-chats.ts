/**
 * Measures whether indexing delays messages: the time that an append takes while nothing is indexed, and while the index of
 * all contacts is filled again. `node --import tsx bench/search-beside-chats.ts [contacts]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedContactIndex } from '../service/backend/embedded/contact-index/contact-index.js';
import { openEmbeddedContactLog } from '../service/backend/embedded/contact-log/contact-log.js';
import { systemClock } from '../service/clock.js';
import type { ContactSummary } from '../service/contact/contact-summary.js';
import type { NewEntry } from '../service/contact/entry.js';
import { createIndexer } from '../service/contact-index/indexer.js';

const contacts = Number(process.argv[2] ?? 20_000);
const messages = 10;
const chats = 50;
const rounds = 3;
const quietFor = 5_000;

const message = (number: number): NewEntry => ({
  ...{ at: 1, kind: 'message', clientToken: null, contentType: 'text/plain' },
  who: { participantId: 'p', role: 'CUSTOMER', displayName: 'Cleo' },
  content: Array.from({ length: 12 }, (_, index) => `word${(number * 31 + index * 977) % 50_000}`).join(' '),
});
const summary = (contactId: string, startedAt: number, state: ContactSummary['state']): ContactSummary => ({
  ...{ contactId, widgetId: 'w', state, startedAt, endedAt: state === 'ENDED' ? startedAt : null },
  ...{ customerName: 'Cleo', agentIds: ['a'], activeAgentIds: [], queue: null, offer: null },
  ...{ passedOver: {}, attributes: {} },
});

const parent = await mkdtemp(join(tmpdir(), 'connect-chat-beside-'));
const log = await openEmbeddedContactLog({ folder: join(parent, 'contacts') });
const index = new EmbeddedContactIndex({ folder: join(parent, 'index'), log, epoch: 'bench' });
const indexer = createIndexer({ index, log, clock: systemClock, onError: (error) => console.error(error) });
for (let from = 0; from < contacts; from += 500)
  await Promise.all(
    Array.from({ length: Math.min(500, contacts - from) }, (_, place) => {
      const entries = Array.from({ length: messages }, (_, number) => message(from * 10 + place + number));
      return log.append(
        `k${from + place}`,
        0,
        entries,
        summary(`k${from + place}`, from + place + 1, 'ENDED'),
      );
    }),
  );

/** One message after the other in each of fifty chats, until `isOver`. Returns the times of all appends, sorted. */
async function chat(name: string, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: chats }, async (_, number) => {
      const contactId = `${name}-${number}`;
      await log.append(contactId, 0, [message(number)], summary(contactId, 1, 'ACTIVE'));
      for (let seq = 1; !isOver(); seq += 1) {
        const from = performance.now();
        await log.append(contactId, seq, [message(seq)]);
        times.push(performance.now() - from);
      }
    }),
  );
  return times.sort((a, b) => a - b);
}

const shown = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99]
    .map((part) => `p${part * 100} ${times[Math.floor(times.length * part)]!.toFixed(2)} ms`)
    .join(', ');

try {
  for (let round = 0; round < rounds; round += 1) {
    const until = performance.now() + quietFor;
    const quiet = await chat(`quiet${round}`, () => performance.now() > until);
    console.log(
      `nothing is indexed:   ${shown(quiet)}, ${Math.round((quiet.length / quietFor) * 1000)} messages a second`,
    );
    let isComplete = false;
    const from = performance.now();
    await indexer.rebuild();
    const watch = setInterval(
      () => void index.status().then((status) => (isComplete = status.isComplete)),
      250,
    );
    const busy = await chat(`busy${round}`, () => isComplete);
    clearInterval(watch);
    const seconds = (performance.now() - from) / 1000;
    console.log(
      `all are indexed:      ${shown(busy)}, ${Math.round(busy.length / seconds)} messages a second; ${Math.round(contacts / seconds)} contacts a second`,
    );
  }
} finally {
  await indexer.close();
  await index.close();
  await log.close();
  await rm(parent, { recursive: true });
}
