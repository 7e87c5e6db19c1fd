import type { TranscriptItem } from '../../shared/transcript-item.js';
import { openLine, type FaultyLine } from '../support/faulty-line.js';
import { createAgent } from '../support/people.js';
import { signInProgram } from '../support/programs.js';
import { createSeededRandom, type SeededRandom } from '../support/seeded-random.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import {
  createPlan,
  startedBefore,
  type Fault,
  type FaultKind,
  type Measure,
  type NetworkFault,
  type Vanishing,
  type Step,
} from './fault-plan.js';
import { FaultyAgent } from './faulty-agent.js';
import { FaultyVisitor } from './faulty-visitor.js';
import { addVerdict, ChatLedger, noVerdict, type Verdict } from './ledger.js';

/** The result of a run. */
export interface Outcome {
  measure: Measure;
  verdict: Verdict;
  /** The number of faults of each kind. */
  faults: Partial<Record<FaultKind, number>>;
  /** The number of messages from clients, all of which are stored if the verdict is empty. */
  messages: number;
  /** Contacts of the service that no client started. */
  contactsTooMany: number;
  /**
   * For each kill, the milliseconds from "serves on" until all clients with a working connection were live.
   */
  recoveries: number[];
  milliseconds: number;
}

const chatsPerAgent = 50;
/** Time limit in milliseconds for anything awaited, after which the run fails and names it. */
const patience = 150_000;

/** Runs the plan of a measure on its own service, and compares everything sent and shown with the log. */
export async function runFaults(
  measure: Measure,
  report: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const service = await createService({ LOG_LEVEL: 'fatal' });
  await service.start();
  const run = new FaultRun(measure, service, report);
  try {
    return await run.carryOut();
  } finally {
    run.close();
    await service.stop('SIGKILL');
  }
}

class FaultRun {
  readonly #measure: Measure;
  readonly #service: ServiceProcess;
  readonly #report: (line: string) => void;
  /**
   * Chooses who sends next and whom a fault hits. Separate from the plan's random numbers, because it depends
   * on who is present.
   */
  readonly #random: SeededRandom;
  readonly #visitors: FaultyVisitor[] = [];
  readonly #agents: FaultyAgent[] = [];
  readonly #agentLedgers = new Map<string, ChatLedger>();
  readonly #faults: Outcome['faults'] = {};
  readonly #recoveries: number[] = [];
  readonly #watchers = new Set<() => void>();
  /** What continues beside the steps: connections that are repaired later, people who return. */
  readonly #later = new Set<Promise<void>>();
  #started = 0;
  #said = 0;

  constructor(measure: Measure, service: ServiceProcess, report: (line: string) => void) {
    this.#measure = measure;
    this.#service = service;
    this.#report = report;
    this.#random = createSeededRandom(measure.seed + 1);
  }

  async carryOut(): Promise<Outcome> {
    const from = Date.now();
    await this.#openPeople();
    const first = startedBefore(this.#measure.chats);
    while (this.#started < first) this.#startChat();
    await this.#until('the first chats are answered', () => this.#answered().length === first);
    const steps = createPlan(this.#measure);
    for (const [index, step] of steps.entries()) {
      await this.#step(step);
      if ((index + 1) % 10 === 0)
        this.#report(`${index + 1} of ${steps.length} faults, ${this.#said} messages`);
    }
    await Promise.all(this.#later);
    await this.#settle();
    const verdict = await this.#verdict();
    return {
      measure: this.#measure,
      verdict,
      faults: this.#faults,
      messages: this.#said,
      contactsTooMany: (await this.#contactIds()).length - this.#visitors.length,
      recoveries: this.#recoveries,
      milliseconds: Date.now() - from,
    };
  }

  close(): void {
    for (const person of this.#people()) person.close();
  }

  async #openPeople(): Promise<void> {
    const { body: widgets } = await this.#service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
    const { widgetId } = widgets[0]!;
    const port = Number(new URL(this.#service.url).port);
    const origin = this.#service.url;
    const onChange = (): void => this.#watchers.forEach((look) => look());
    for (let index = 0; index < this.#measure.chats; index += 1) {
      const [line, name, ledger] = [await openLine(port), `visitor ${index}`, new ChatLedger()];
      this.#visitors.push(new FaultyVisitor({ line, origin, widgetId, name, ledger, onChange }));
    }
    // One agent more than needed, so that one who vanished delays nobody.
    const agents = Math.ceil(this.#measure.chats / chatsPerAgent) + 1;
    for (let index = 0; index < agents; index += 1) {
      const name = `agent-${index}`;
      await createAgent(this.#service, name, chatsPerAgent);
      const cookie = await signInProgram(this.#service, name);
      const ledgerOf = (contactId: string): ChatLedger => this.#agentsLedger(contactId);
      const agent = new FaultyAgent({ line: await openLine(port), origin, cookie, name, ledgerOf, onChange });
      agent.open();
      this.#agents.push(agent);
    }
  }

  #startChat(): void {
    this.#visitors[this.#started]!.open();
    this.#started += 1;
  }

  async #step({ starts, messages, wait, fault }: Step): Promise<void> {
    for (let count = 0; count < starts; count += 1) this.#startChat();
    for (let count = 0; count < messages; count += 1) {
      this.#sayNext();
      // Lets others run: messages are in transit while the next ones are sent.
      if (count % 8 === 7) await new Promise((resolve) => setImmediate(resolve));
    }
    await milliseconds(wait);
    await this.#befall(fault);
    await this.#until('no more than two rounds wait', () => this.#waiting() <= 2 * messages + 50);
  }

  /**
   * A random present person sends a message. If an agent has the chat, the agent sends as often as the
   * visitor.
   */
  #sayNext(): void {
    const visitor = this.#random.pick(
      this.#visitors.slice(0, this.#started).filter(({ isThere }) => isThere),
    );
    if (!visitor) return;
    const { contactId } = visitor;
    const agent = contactId === undefined ? undefined : this.#agentOf(contactId);
    this.#said += 1;
    if (agent && this.#random.next() < 0.5) agent.say(contactId!, `${this.#said} by ${agent.name}`);
    else visitor.say(`${this.#said} by ${visitor.name}`);
  }

  async #befall(fault: Fault): Promise<void> {
    this.#faults[fault.kind] = (this.#faults[fault.kind] ?? 0) + 1;
    if (fault.kind === 'kill') return this.#kill();
    if (fault.kind === 'freeze') return this.#freeze(fault.milliseconds);
    if (!('amount' in fault)) return this.#vanish(fault);
    const lines = this.#some(this.#people(), fault.share).map(({ line }) => line);
    for (const line of lines) spoil(line, fault);
    this.#soon(fault.milliseconds, () => lines.forEach((line) => line.mend()));
  }

  async #kill(): Promise<void> {
    await this.#service.stop('SIGKILL');
    await this.#service.start();
    const from = Date.now();
    const good = this.#people().filter(({ isThere, line }) => isThere && line.isWhole);
    // Clients whose connection or page fails meanwhile are not awaited.
    await this.#until('all are live again', () =>
      good.every(({ isLive, isThere, line }) => isLive || !isThere || !line.isWhole),
    );
    this.#recoveries.push(Date.now() - from);
  }

  async #freeze(duration: number): Promise<void> {
    const processId = this.#service.processId()!;
    process.kill(processId, 'SIGSTOP');
    await milliseconds(duration);
    process.kill(processId, 'SIGCONT');
  }

  #vanish({ kind, share, milliseconds: duration }: Vanishing): void {
    const those = kind === 'agents vanish' ? this.#agents : this.#visitors.slice(0, this.#started);
    const gone = this.#some<FaultyAgent | FaultyVisitor>(those, share).filter(({ isThere }) => isThere);
    gone.forEach((person) => person.vanish());
    this.#soon(duration, () => gone.forEach((person) => person.open()));
  }

  /** Repairs everything, and waits until everyone is present and everything sent is stored and shown. */
  async #settle(): Promise<void> {
    for (const { line } of this.#people()) line.mend();
    await this.#until('everyone is live, and nothing waits', () =>
      this.#people().every(({ isLive, waiting }) => isLive && waiting === 0),
    );
    await this.#until('each chat has its agent', () => this.#answered().length === this.#visitors.length);
  }

  async #verdict(): Promise<Verdict> {
    const sum = noVerdict();
    const chats: { visitor: FaultyVisitor; items: TranscriptItem[]; last: number }[] = [];
    for (const visitor of this.#visitors) {
      const path = `/api/contacts/${visitor.contactId}/transcript`;
      const { items } = (await this.#service.rest<{ items: TranscriptItem[] }>('GET', path)).body;
      chats.push({ visitor, items, last: items.filter(({ type }) => type === 'MESSAGE').at(-1)?.seq ?? 0 });
    }
    // If somebody never sees the last message, the ledger reports which one.
    await this.#until('everyone has seen everything', () =>
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

  async #contactIds(): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await this.#service.rest<{
        contacts: { contactId: string }[];
        nextCursor: string | null;
      }>('GET', `/api/contacts?limit=100${query}`);
      found.push(...body.contacts.map(({ contactId }) => contactId));
      cursor = body.nextCursor;
    }
    return found;
  }

  #people(): (FaultyVisitor | FaultyAgent)[] {
    return [...this.#visitors.slice(0, this.#started), ...this.#agents];
  }

  /** The ledger of a contact's agents. They may learn of it before the visitor knows that it was started. */
  #agentsLedger(contactId: string): ChatLedger {
    const ledger = this.#agentLedgers.get(contactId) ?? new ChatLedger();
    this.#agentLedgers.set(contactId, ledger);
    return ledger;
  }

  #agentOf(contactId: string): FaultyAgent | undefined {
    return this.#agents.find((agent) => agent.contactIds.includes(contactId));
  }

  /** Chats that an agent has. */
  #answered(): string[] {
    const held = new Set(this.#agents.flatMap(({ contactIds }) => contactIds));
    return this.#visitors.flatMap(({ contactId }) =>
      contactId !== undefined && held.has(contactId) ? [contactId] : [],
    );
  }

  #waiting(): number {
    return this.#people().reduce((sum, { waiting }) => sum + waiting, 0);
  }

  #some<T>(list: readonly T[], share: number): T[] {
    return this.#random.shuffle(list).slice(0, Math.ceil(list.length * share));
  }

  #soon(duration: number, task: () => void): void {
    const done = milliseconds(duration).then(() => {
      task();
      this.#later.delete(done);
    });
    this.#later.add(done);
  }

  /** Resolves when the condition holds. Checks it at every change, and fails after a time limit. */
  #until(what: string, isSo: () => boolean): Promise<void> {
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
    const people = this.#people();
    const away = people.filter(({ isLive }) => !isLive).map(({ name }) => name);
    const waiting = people.filter(({ waiting }) => waiting > 0).map(({ name }) => name);
    const held = this.#answered().length;
    return [
      `seed ${this.#measure.seed}`,
      `${held} of ${this.#started} chats with an agent`,
      `not live: ${away.slice(0, 5).join(', ') || 'nobody'} (${away.length})`,
      `waiting: ${waiting.slice(0, 5).join(', ') || 'nobody'} (${waiting.length})`,
    ].join('; ');
  }
}

function spoil(line: FaultyLine, { kind, amount }: NetworkFault): void {
  if (kind === 'drop') line.drop();
  else if (kind === 'stall') line.stall();
  else if (kind === 'cut') line.cutAfter(amount);
  else line[kind](amount);
}

const milliseconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count));
