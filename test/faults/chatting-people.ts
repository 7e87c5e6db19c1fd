import type { TranscriptItem } from '../../shared/transcript-item.js';
import { openLine } from '../support/faulty-line.js';
import { createAgent } from '../support/people.js';
import { signInProgram } from '../support/programs.js';
import type { SeededRandom } from '../support/seeded-random.js';
import type { ServiceProcess } from '../support/service-process.js';
import { FaultyAgent } from './faulty-agent.js';
import { FaultyVisitor } from './faulty-visitor.js';
import { addVerdict, ChatLedger, noVerdict, type Verdict } from './ledger.js';

/** Where the people of a run connect. */
export interface Meeting {
  /** A service that answers REST requests. */
  service: Pick<ServiceProcess, 'rest' | 'url' | 'adminHeaders'>;
  /** The address that pages and consoles are from. */
  origin: string;
  /** The ports of this machine by which visitors, and agents, reach the service. */
  ports: { visitors: number; agents: number };
}

export interface ChattingPeopleOptions extends Meeting {
  chats: number;
  /** Chooses who sends next. */
  random: SeededRandom;
  /** What a failed run says of itself. */
  name: string;
}

export const chatsPerAgent = 50;
/** Time limit in milliseconds for anything awaited, after which the run fails and names it. */
const patience = 150_000;

/** Visitors and agents of a run, what they say, and what they were shown. */
export class ChattingPeople {
  readonly visitors: FaultyVisitor[] = [];
  readonly agents: FaultyAgent[] = [];
  readonly #options: ChattingPeopleOptions;
  readonly #agentLedgers = new Map<string, ChatLedger>();
  readonly #watchers = new Set<() => void>();
  #started = 0;
  #said = 0;

  constructor(options: ChattingPeopleOptions) {
    this.#options = options;
  }

  /** How many messages were sent. */
  get said(): number {
    return this.#said;
  }

  /** The visitors whose chat was started. */
  get startedVisitors(): FaultyVisitor[] {
    return this.visitors.slice(0, this.#started);
  }

  /** Everybody who is there, or was. */
  get all(): (FaultyVisitor | FaultyAgent)[] {
    return [...this.startedVisitors, ...this.agents];
  }

  /** How many messages are not acknowledged yet. */
  get waiting(): number {
    return this.all.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  /** Creates everybody, and opens the agents' consoles. */
  async open(): Promise<void> {
    const { service, origin, ports, chats } = this.#options;
    const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
    const { widgetId } = widgets[0]!;
    const onChange = (): void => this.#watchers.forEach((look) => look());
    for (let index = 0; index < chats; index += 1) {
      const [line, name, ledger] = [await openLine(ports.visitors), `visitor ${index}`, new ChatLedger()];
      this.visitors.push(new FaultyVisitor({ line, origin, widgetId, name, ledger, onChange }));
    }
    // One agent more than needed, so that one who vanished delays nobody.
    const agents = Math.ceil(chats / chatsPerAgent) + 1;
    for (let index = 0; index < agents; index += 1) {
      const name = `agent-${index}`;
      await createAgent(service as ServiceProcess, name, chatsPerAgent);
      const cookie = await signInProgram({ url: service.url } as ServiceProcess, name, origin);
      const ledgerOf = (contactId: string): ChatLedger => this.#agentsLedger(contactId);
      const line = await openLine(ports.agents);
      const agent = new FaultyAgent({ line, origin, cookie, name, ledgerOf, onChange });
      agent.open();
      this.agents.push(agent);
    }
  }

  close(): void {
    for (const person of this.all) person.close();
  }

  startChat(): void {
    this.visitors[this.#started]!.open();
    this.#started += 1;
  }

  /**
   * A random present person sends a message. If an agent has the chat, the agent sends as often as the
   * visitor.
   */
  sayNext(): void {
    const { random } = this.#options;
    const visitor = random.pick(this.startedVisitors.filter(({ isThere }) => isThere));
    if (!visitor) return;
    const { contactId } = visitor;
    const agent = contactId === undefined ? undefined : this.#agentOf(contactId);
    this.#said += 1;
    if (agent && random.next() < 0.5) agent.say(contactId!, `${this.#said} by ${agent.name}`);
    else visitor.say(`${this.#said} by ${visitor.name}`);
  }

  /** Chats that an agent has. */
  answered(): string[] {
    const held = new Set(this.agents.flatMap(({ contactIds }) => contactIds));
    return this.visitors.flatMap(({ contactId }) =>
      contactId !== undefined && held.has(contactId) ? [contactId] : [],
    );
  }

  /** Repairs everything, and waits until everyone is present and everything sent is stored and shown. */
  async settle(): Promise<void> {
    for (const { line } of this.all) line.mend();
    await this.until('everyone is live, and nothing waits', () =>
      this.all.every(({ isLive, waiting }) => isLive && waiting === 0),
    );
    await this.until('each chat has its agent', () => this.answered().length === this.visitors.length);
  }

  /** Compares everything sent and shown with what is stored. */
  async verdict(): Promise<Verdict> {
    const { rest } = this.#options.service;
    const sum = noVerdict();
    const chats: { visitor: FaultyVisitor; items: TranscriptItem[]; last: number }[] = [];
    for (const visitor of this.visitors) {
      const path = `/api/contacts/${visitor.contactId}/transcript`;
      const { items } = (await rest<{ items: TranscriptItem[] }>('GET', path)).body;
      chats.push({ visitor, items, last: items.filter(({ type }) => type === 'MESSAGE').at(-1)?.seq ?? 0 });
    }
    // If somebody never sees the last message, the ledger reports which one.
    await this.until('everyone has seen everything', () =>
      chats.every(({ visitor, last }) => {
        const { contactId = '', lastSeq } = visitor;
        return lastSeq >= last && this.#agentOf(contactId)!.lastSeq(contactId) >= last;
      }),
    ).catch(() => undefined);
    for (const { visitor, items } of chats) {
      const { contactId = '', ledger, viewer } = visitor;
      ledger.include(this.#agentsLedger(contactId));
      addVerdict(sum, ledger.check(items, [viewer, this.#agentOf(contactId)!.viewer]));
    }
    return sum;
  }

  /** The contacts of the service that no client started. */
  async contactsTooMany(): Promise<number> {
    return (await this.#contactIds()).length - this.visitors.length;
  }

  async #contactIds(): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await this.#options.service.rest<{
        contacts: { contactId: string }[];
        nextCursor: string | null;
      }>('GET', `/api/contacts?limit=100${query}`);
      found.push(...body.contacts.map(({ contactId }) => contactId));
      cursor = body.nextCursor;
    }
    return found;
  }

  /** The ledger of a contact's agents. They may learn of it before the visitor knows that it was started. */
  #agentsLedger(contactId: string): ChatLedger {
    const ledger = this.#agentLedgers.get(contactId) ?? new ChatLedger();
    this.#agentLedgers.set(contactId, ledger);
    return ledger;
  }

  #agentOf(contactId: string): FaultyAgent | undefined {
    return this.agents.find((agent) => agent.contactIds.includes(contactId));
  }

  /** Resolves when the condition holds. Checks it at every change, and fails after a time limit. */
  until(what: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      if (isSo()) return resolve();
      const end = (settle: () => void): void => {
        clearTimeout(late);
        this.#watchers.delete(look);
        settle();
      };
      let isAsked = false;
      const look = (): void => {
        if (isAsked) return;
        isAsked = true;
        // Thousands of changes arrive at once, so they are checked together.
        setImmediate(() => {
          isAsked = false;
          if (isSo()) end(resolve);
        });
      };
      const late = setTimeout(
        () => end(() => reject(new Error(`Not in time: ${what}. ${this.#state()}`))),
        patience,
      );
      this.#watchers.add(look);
    });
  }

  /** The report of a failed run. */
  #state(): string {
    const people = this.all;
    const away = people.filter(({ isLive }) => !isLive).map(({ name }) => name);
    const waiting = people.filter(({ waiting }) => waiting > 0).map(({ name }) => name);
    const held = this.answered().length;
    return [
      this.#options.name,
      `${held} of ${this.#started} chats with an agent`,
      `not live: ${away.slice(0, 5).join(', ') || 'nobody'} (${away.length})`,
      `waiting: ${waiting.slice(0, 5).join(', ') || 'nobody'} (${waiting.length})`,
    ].join('; ');
  }
}
