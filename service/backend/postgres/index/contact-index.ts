import type {
  ChangedId,
  ContactIndex,
  IndexedContact,
  IndexStatus,
  IndexUpdate,
  IndexWork,
} from '../../contact-index.js';
import type { ContactSearch } from '../../contact-index/contact-search.js';
import { contactWords, type ContactWords } from '../../contact-index/contact-words.js';
import { factsOf } from '../../contact-index/facts.js';
import type { Started } from '../../contact-query.js';
import type { Database } from '../database/database.js';
import * as statements from './index-statements.js';
import { countStatement, searchStatement, wordMarks } from './search-statement.js';

interface Position {
  version: number;
  mark: string;
  walkStartedAt: number | null;
  walkContactId: string | null;
  isComplete: boolean;
  /** Whether the mark is of another cluster, as after a dump was read: it says nothing here. */
  isForeign: boolean;
}

interface Known {
  words: ContactWords;
  queueIds: string[];
}

interface PostgresWork extends IndexWork {
  next: Omit<Position, 'isForeign'>;
}

const atOnce = 200;

/** The contact index in PostgreSQL. Any process may do the next step; the first one that stores it has done it. */
export class PostgresContactIndex implements ContactIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async work(withMessages: boolean): Promise<PostgresWork> {
    const { isForeign, ...position } = await this.#position();
    if (isForeign) {
      await this.drop();
      return this.work(withMessages);
    }
    const { contacts, mark } = await this.#changed(position.mark, withMessages);
    const isCurrent = contacts.length < atOnce;
    const walked = position.isComplete ? [] : await this.#walk(position, atOnce);
    const isComplete = position.isComplete || walked.length < atOnce;
    const last = walked.at(-1);
    return {
      contacts: distinct([...contacts, ...walked]),
      isCurrent,
      isLast: isCurrent && isComplete,
      next: {
        version: position.version,
        mark: isCurrent ? mark : position.mark,
        walkStartedAt: last?.startedAt ?? position.walkStartedAt,
        walkContactId: last?.contactId ?? position.walkContactId,
        isComplete,
      },
    };
  }

  async store(work: IndexWork, { contacts, gone }: IndexUpdate): Promise<boolean> {
    const { version, mark, walkStartedAt, walkContactId, isComplete } = (work as PostgresWork).next;
    const known = await this.#known(contacts);
    const rows = contacts.map((contact) => rowOf(contact, known.get(contact.summary.contactId)));
    return this.#database.transaction(async (run) => {
      const moved = [version, mark, walkStartedAt, walkContactId, isComplete];
      if ((await run(statements.move, moved)).length === 0) return false;
      if (rows.length > 0) await run(statements.put, columns(rows));
      if (gone.length > 0) await run(statements.remove, [gone]);
      return true;
    });
  }

  async search(search: ContactSearch) {
    const { statement, values } = searchStatement(search);
    const found = isStorable(values) ? await this.#database.query<Started>(statement, values) : [];
    return { found, isIncomplete: !(await this.#position()).isComplete };
  }

  async count(search: ContactSearch, atMost: number): Promise<number> {
    const { statement, values } = countStatement(search, atMost);
    if (!isStorable(values)) return 0;
    const [row] = await this.#database.query<{ count: number }>(statement, values);
    return row!.count;
  }

  async status(): Promise<IndexStatus> {
    const [row] = await this.#database.query<IndexStatus>(statements.status);
    return row!;
  }

  async drop(): Promise<void> {
    await this.#database.transaction(async (run) => {
      for (const each of statements.drop) await run(each);
    });
  }

  async #position(): Promise<Position> {
    const [row] = await this.#database.query<Position>(statements.position);
    return row!;
  }

  async #changed(mark: string, withMessages: boolean): Promise<{ contacts: ChangedId[]; mark: string }> {
    const statement = withMessages ? statements.changedOrActive : statements.changed;
    const rows = await this.#database.query<{ mark: string; contactId: string | null; after: number }>(
      statement,
      [mark, atOnce],
    );
    const contacts = rows.flatMap(({ contactId, after }) => (contactId === null ? [] : { contactId, after }));
    return { contacts, mark: rows[0]!.mark };
  }

  #walk(
    { walkStartedAt, walkContactId }: Omit<Position, 'isForeign'>,
    limit: number,
  ): Promise<(ChangedId & Started)[]> {
    return this.#database.query<ChangedId & Started>(statements.walk, [
      ...[walkStartedAt ?? Number.MAX_SAFE_INTEGER, walkContactId ?? '', limit],
    ]);
  }

  async #known(contacts: readonly IndexedContact[]): Promise<Map<string, Known>> {
    if (contacts.length === 0) return new Map();
    const rows = await this.#database.query<{ contactId: string; words: string[]; queueIds: string[] }>(
      statements.known,
      [contacts.map(({ summary }) => summary.contactId)],
    );
    return new Map(
      rows.map(({ contactId, words, queueIds }) => [contactId, { words: sorted(words), queueIds }]),
    );
  }
}

const distinct = (contacts: readonly ChangedId[]): ChangedId[] => [
  ...new Map(contacts.map(({ contactId, after }) => [contactId, { contactId, after }])).values(),
];

type IndexRow = [string, number, number, string, string, string];

function rowOf(contact: IndexedContact, known: Known | undefined): IndexRow {
  const { summary, lastSeq } = contact;
  const { said, notes, names } = contactWords(contact, known?.words);
  const words = [
    ...said,
    ...notes.map((word) => `${wordMarks.notes}${word}`),
    ...names.map((word) => `${wordMarks.names}${word}`),
  ];
  const queueIds = [...new Set([...(known?.queueIds ?? []), ...contact.queueIds])];
  const facts = factsOf(summary, queueIds);
  return [
    ...([summary.contactId, summary.startedAt, lastSeq] as const),
    ...([JSON.stringify(words), JSON.stringify(facts), JSON.stringify(queueIds)] as const),
  ];
}

/** Rows as one list a column. */
const columns = (rows: readonly IndexRow[]): unknown[][] =>
  [0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column]));

/** The lists whose words one list has. */
function sorted(words: readonly string[]): ContactWords {
  const lists: ContactWords = { said: [], notes: [], names: [] };
  for (const word of words) {
    if (word.startsWith(wordMarks.notes)) lists.notes.push(word.slice(1));
    else if (word.startsWith(wordMarks.names)) lists.names.push(word.slice(1));
    else lists.said.push(word);
  }
  return lists;
}

/** PostgreSQL's text has no U+0000: nothing is stored with one. */
const isStorable = (values: readonly unknown[]): boolean =>
  values.every((value) => typeof value !== 'string' || !value.includes('\0'));
