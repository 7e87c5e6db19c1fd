/**
 * Measures searches in many contacts: `node --import tsx bench/search.ts [--contacts 100000] [--backend embedded|postgres]`.
 * Contacts of ten messages go into the index through its interface; then each kind of search asks for its first page.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContactIndex, IndexedContact } from '../service/backend/contact-index.js';
import type { ContactSearch } from '../service/backend/contact-index/contact-search.js';
import { EmbeddedContactIndex } from '../service/backend/embedded/contact-index/contact-index.js';
import { openEmbeddedContactLog } from '../service/backend/embedded/contact-log/contact-log.js';
import { Database } from '../service/backend/postgres/database/database.js';
import { PostgresContactIndex } from '../service/backend/postgres/index/contact-index.js';
import { migrate } from '../service/backend/postgres/schema/migrate.js';
import { startPostgres } from '../test/support/postgres/server.js';
import { createSeededRandom } from '../test/support/seeded-random.js';

const { values: options } = parseArgs({
  options: {
    contacts: { type: 'string', default: '100000' },
    backend: { type: 'string', default: 'embedded' },
  },
});
const contacts = Number(options.contacts);
const batchSize = 500;
const messages = 10;
const wordsOfMessage = 12;
const rounds = 30;
const pageSize = 50;
const firstStart = Date.UTC(2025, 0, 1);
const { next: random, pick } = createSeededRandom(1);

/** Words as in a language: the n-th is about 1/n as frequent as the first. */
const vocabulary = Array.from({ length: 50_000 }, (_, index) => `w${index.toString(36)}`);
const word = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]!;
const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const [widgets, queues, agents, tags] = [
  ...[numbered('widget', 20), numbered('queue', 20), numbered('agent', 200), numbered('tag', 30)],
] as [string[], string[], string[], string[]];

function contactOf(number: number): IndexedContact {
  const startedAt = firstStart + number * 30_000;
  const contactId = `${Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0')}-${number}`;
  const said = Array.from({ length: messages }, () => Array.from({ length: wordsOfMessage }, word).join(' '));
  return {
    summary: {
      ...{ contactId, widgetId: pick(widgets), state: 'ENDED', startedAt, endedAt: startedAt + 600_000 },
      ...{ customerName: `Customer ${number}`, agentIds: [pick(agents)], activeAgentIds: [], queue: null },
      ...{
        offer: null,
        passedOver: {},
        attributes: { order: String(number), plan: pick(['gold', 'silver']) },
      },
      outcome: { disposition: pick(['Solved', 'Open']), tags: [pick(tags)] },
      survey:
        random() < 0.2
          ? {
              kind: 'STARS',
              rating: 1 + Math.floor(random() * 5),
              comment: '',
              at: '2026-01-01T00:00:00.000Z',
            }
          : null,
    },
    ...{ lastSeq: messages, said, notes: random() < 0.1 ? [`note ${word()}`] : [] },
    ...{ names: [`Agent ${word()}`], queueIds: [pick(queues)] },
  };
}

/** The searches; each call has other values. */
const searches: Record<string, () => Partial<ContactSearch>> = {
  'no filter': () => ({}),
  'a frequent word': () => ({ text: vocabulary[Math.floor(random() * 10)]! }),
  'a word': () => ({ text: vocabulary[100 + Math.floor(random() * 900)]! }),
  'a rare word': () => ({ text: vocabulary[20_000 + Math.floor(random() * 20_000)]! }),
  'two frequent words': () => ({ text: `${vocabulary[1]} ${pick(vocabulary.slice(2, 20))}` }),
  'three words': () => ({ text: `${pick(vocabulary.slice(50, 500))} ${word()} ${word()}` }),
  'a word nobody said': () => ({ text: `nothing${Math.floor(random() * 1e9)}` }),
  'the beginning of a word': () => ({
    text: `${vocabulary[1_000 + Math.floor(random() * 9_000)]!.slice(0, 3)}*`,
  }),
  widget: () => ({ widgetId: pick(widgets) }),
  agent: () => ({ agentId: pick(agents) }),
  'agent, tag and rating': () => ({
    agentId: pick(agents),
    tag: pick(tags),
    rating: { kind: 'STARS', rating: 1 },
  }),
  attribute: () => ({ attribute: { name: 'order', value: String(Math.floor(random() * contacts)) } }),
  'name of a participant': () => ({ participant: `customer ${Math.floor(random() * contacts)}` }),
  'a frequent word, tag and state': () => ({ text: vocabulary[0]!, tag: pick(tags), state: 'ENDED' }),
  'a frequent word in a week of the past': () => {
    const from = firstStart + Math.floor(random() * contacts * 0.9) * 30_000;
    return { text: vocabulary[3]!, from, to: from + 7 * 86_400_000 };
  },
};

interface Subject {
  index: ContactIndex;
  /** Makes contacts exist to which the index refers. */
  prepare(batch: readonly IndexedContact[]): Promise<void>;
  /** Called once everything is in. */
  settle(): Promise<void>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

async function openEmbeddedSubject(): Promise<Subject> {
  const parent = await mkdtemp(join(tmpdir(), 'connect-chat-search-'));
  const log = await openEmbeddedContactLog({ folder: join(parent, 'contacts') });
  const folder = join(parent, 'index');
  const index = new EmbeddedContactIndex({ folder, log, epoch: 'bench' });
  return {
    index,
    prepare: async () => undefined,
    settle: async () => undefined,
    async bytes() {
      const files = await readdir(folder);
      const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    async close() {
      await index.close();
      await log.close();
      await rm(parent, { recursive: true });
    },
  };
}

async function openPostgresSubject(): Promise<Subject> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const name = new URL(url).pathname.slice(1);
  const database = new Database({ urls: [url] });
  await migrate(database);
  const run = (text: string, values: unknown[] = []) =>
    database.query<{ bytes: number }>({ name: '', text }, values);
  return {
    index: new PostgresContactIndex(database),
    async prepare(batch) {
      const columns = [
        batch.map(({ summary }) => summary.contactId),
        batch.map(({ summary }) => summary.startedAt),
        batch.map(({ summary }) => JSON.stringify(summary)),
      ];
      const given = 'unnest($1::text[], $2::bigint[], $3::text[]) AS g (id, at, summary)';
      await run(
        `INSERT INTO connect_chat.contacts (contact_id, summary, is_active, is_open, started_at, widget_id, agent_ids, serving_ids, attributes)
         SELECT id, summary, false, false, at, 'w', '{}', '{}', '{}' FROM ${given}`,
        columns,
      );
      await run(
        `INSERT INTO connect_chat.entries (contact_id, seq, entry) SELECT id, ${messages}, '' FROM ${given}`,
        columns,
      );
    },
    // As autovacuum does after some minutes.
    settle: async () => void (await server.run(name, 'VACUUM ANALYZE connect_chat.contact_index')),
    async bytes() {
      const [row] = await run(`SELECT pg_total_relation_size('connect_chat.contact_index') AS bytes`);
      return row!.bytes;
    },
    async close() {
      await database.close();
      await server.close();
    },
  };
}

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
const shown = (milliseconds: number): string => milliseconds.toFixed(1).padStart(9);

async function fill({ index, prepare }: Subject): Promise<void> {
  for (let from = 0; from < contacts; from += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, contacts - from) }, (_, place) =>
      contactOf(from + place),
    );
    await prepare(batch);
    if (!(await index.store(await index.work(false), { contacts: batch, gone: [] })))
      throw new Error('Another process fills this index.');
    if (from % 50_000 === 0)
      console.error(`${from} of ${contacts} contacts, ${Math.round(performance.now() / 1000)} s`);
  }
}

async function measure(subject: Subject): Promise<void> {
  const all: number[] = [];
  console.log(
    `${'search'.padEnd(40)}${'median'.padStart(9)}${'p95'.padStart(9)}${'longest'.padStart(9)}${'found'.padStart(8)}`,
  );
  for (const [name, searchOf] of Object.entries(searches)) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const search = { ...searchOf(), withNotes: true, limit: pageSize };
      const from = performance.now();
      found += (await subject.index.search(search)).found.length;
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    all.push(...times);
    const figures = [percentile(times, 0.5), percentile(times, 0.95), times.at(-1)!].map(shown).join('');
    console.log(`${name.padEnd(40)}${figures}${String(Math.round(found / rounds)).padStart(8)}`);
  }
  all.sort((a, b) => a - b);
  console.log(
    `all: median ${shown(percentile(all, 0.5)).trim()} ms, p95 ${shown(percentile(all, 0.95)).trim()} ms`,
  );
}

const subject = await (options.backend === 'postgres' ? openPostgresSubject() : openEmbeddedSubject());
try {
  const from = performance.now();
  await fill(subject);
  await subject.settle();
  const seconds = (performance.now() - from) / 1000;
  const megabytes = (await subject.bytes()) / 1e6;
  console.log(
    `${options.backend}, ${contacts} contacts, ${contacts * messages} messages: filled in ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`,
  );
  await measure(subject);
} finally {
  await subject.close();
}
