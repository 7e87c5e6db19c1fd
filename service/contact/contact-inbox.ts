import type { Bus } from '../backend/bus.js';
import type { Changes } from '../backend/changes.js';
import type { Clock } from '../clock.js';
import type { AppendWriter, ContactLog } from '../backend/contact-log.js';
import type { Timers } from '../backend/timers.js';
import { newContactState, type ContactState } from './contact-state.js';
import { deadlinesOf } from './deadlines.js';
import { needsWorld, type ContactCommand } from './decide.js';
import { decideRound, stateAfter, type Answer, type Outcome, type Round } from './decide-round.js';
import { advance } from './evolve.js';
import type { FlowWorld } from './move-flow.js';
import type { SummarySource } from './summary-feed.js';
import type { ContactTopics } from './topics.js';

/** The dependencies of a contact's inbox. */
export interface ContactInboxOptions {
  log: ContactLog;
  bus: Bus<ContactTopics>;
  summaries: Pick<SummarySource, 'publish'>;
  /** The entries of other processes; null if this process is the only one. */
  changes: Changes | null;
  timers: Timers;
  clock: Clock;
  /** Loads what the contact's flow may use. */
  world: (contact: Pick<ContactState, 'flowId' | 'widgetId' | 'language'>) => Promise<FlowWorld>;
  /** Called with errors that no caller waits for. */
  onError: (error: unknown, contactId?: string) => void;
}

/**
 * Receives the result of each command once: `done` after its entries are durable, or `refused` with a {@link
 * ServiceError}. An object instead of a promise, because a promise takes a fortieth of the time of a message.
 */
export interface Commander<Command = ContactCommand> {
  done(outcome: Outcome, command: Command): void;
  refused(error: unknown, command: Command): void;
}

interface Waiting {
  command: ContactCommand;
  commander: Commander;
}

/** Commands in one round: enough to share a commit, few enough to be fair to other contacts. */
const roundSize = 128;
const pageSize = 512;
const noWorld: FlowWorld = { flow: null, queues: {}, texts: {} };

/**
 * The queue of one contact's commands. It runs them in rounds: all commands that wait share the next append. A round whose
 * state is known runs without a promise, until the log calls back.
 */
export class ContactInbox implements AppendWriter {
  readonly #contactId: string;
  readonly #options: ContactInboxOptions;
  #waiting: Waiting[] = [];
  /** The commands of the round that is running. */
  #running: Waiting[] | null = null;
  /** The running round, once it is decided. */
  #round: Round | null = null;
  /** The number of rounds that were started. */
  #rounds = 0;
  /** Null if the log must be folded (again). */
  #known: ContactState | null = null;

  constructor(contactId: string, options: ContactInboxOptions) {
    this.#contactId = contactId;
    this.#options = options;
  }

  /** Runs a command after those that wait. */
  post<Command extends ContactCommand>(command: Command, commander: Commander<Command>): void {
    this.#waiting.push({ command, commander: commander });
    if (!this.#running) this.#runRounds();
  }

  /** Resolves when the command's entries are durable; rejects with a {@link ServiceError} if it is refused. */
  run(command: ContactCommand): Promise<Outcome> {
    return new Promise((done, refused) => this.post(command, { done, refused }));
  }

  /** The contact's current state; null if there is no such contact. */
  async state(): Promise<ContactState | null> {
    const known = this.#known;
    const isCurrent = known && (!this.#options.changes || (await this.#isCurrent(known)));
    const state = isCurrent ? known : await this.#foldOnce();
    return state.status === 'NEW' ? null : state;
  }

  /** Whether no command is running, so that the inbox may be dropped. */
  get isIdle(): boolean {
    return !this.#running;
  }

  /** The round's entries are durable. */
  stored(): void {
    try {
      this.#finish();
    } catch (error) {
      this.#fail(error);
    }
    this.#runRounds();
  }

  /** Another process has appended first: decides again in the new state. */
  outdated(): void {
    this.#known = null;
    this.#attempt();
  }

  /** The round's entries can't be stored. */
  failed(error: unknown): void {
    this.#fail(error);
    this.#runRounds();
  }

  /** Runs rounds until one of them has to wait: its end continues here. */
  #runRounds(): void {
    while (!this.#running && this.#waiting.length > 0) {
      this.#running = this.#takeRound();
      this.#attempt();
    }
  }

  #takeRound(): Waiting[] {
    this.#rounds += 1;
    const all = this.#waiting;
    this.#waiting = all.length > roundSize ? all.slice(roundSize) : [];
    return all.length > roundSize ? all.slice(0, roundSize) : all;
  }

  #attempt(): void {
    const known = this.#known;
    if (!known || this.#running!.some(({ command }) => needsWorld(command))) return void this.#prepare();
    try {
      this.#decide(known, noWorld);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Loads what the round needs. */
  async #prepare(): Promise<void> {
    try {
      const before = this.#known ?? (await this.#foldFor(this.#running![0]!.command));
      const asking = this.#running!.find(({ command }) => needsWorld(command));
      const world = asking ? await this.#worldFor(before, asking.command) : noWorld;
      this.#known = before;
      this.#decide(before, world);
    } catch (error) {
      this.#fail(error);
    }
    this.#runRounds();
  }

  #decide(before: ContactState, world: FlowWorld): void {
    const commands = this.#running!.map(({ command }) => command);
    this.#round = decideRound(before, commands, world);
    if (this.#round.entries.length > 0) this.#options.log.post(this.#round, this);
    else if (this.#options.changes) void this.#confirm(before);
    else this.#finish();
  }

  /** Without an append, nothing else proves that the decision used the latest state. */
  async #confirm(before: ContactState): Promise<void> {
    try {
      if (!(await this.#isCurrent(before))) return this.outdated();
      this.#finish();
    } catch (error) {
      this.#fail(error);
    }
    this.#runRounds();
  }

  /** The round is durable: updates the timers, publishes the entries and answers each commander. */
  #finish(): void {
    const [running, round, { timers, bus, summaries }] = [this.#running!, this.#round!, this.#options];
    const { entries, summary } = round;
    const state = stateAfter(this.#known!, round);
    this.#known = state;
    if (summary || running.some(({ command }) => command.type === 'wake'))
      timers.set(this.#contactId, deadlinesOf(state), entries.at(-1)?.at);
    if (entries.length > 0) bus.publish('contact', this.#contactId, { type: 'entries', entries });
    if (summary) summaries.publish({ summary, lastSeq: state.lastSeq, entries });
    for (let index = 0; index < running.length; index += 1)
      this.#settle(running[index]!, round.answers[index]!, state);
    this.#round = null;
    this.#running = null;
  }

  #fail(error: unknown): void {
    this.#known = null;
    this.#round = null;
    for (const each of this.#running!) this.#settle(each, { error }, null);
    this.#running = null;
  }

  /** An exception in one commander must not affect the others of the round. */
  #settle({ command, commander }: Waiting, answer: Answer, state: ContactState | null): void {
    try {
      if ('error' in answer) return commander.refused(answer.error, command);
      answer.state = state!;
      commander.done(answer, command);
    } catch (error) {
      this.#options.onError(error, this.#contactId);
    }
  }

  #worldFor(state: ContactState, command: ContactCommand): Promise<FlowWorld> {
    return this.#options.world(command.type === 'start' ? command : state);
  }

  /** Whether no other process has appended after this state. */
  async #isCurrent({ lastSeq }: ContactState): Promise<boolean> {
    const { changes } = this.#options;
    return !changes || (await changes.lastNumbers([this.#contactId]))[0] === lastSeq;
  }

  /** Caches the folded state, unless commands ran meanwhile: their state is newer. */
  async #foldOnce(): Promise<ContactState> {
    const rounds = this.#rounds;
    const state = await this.#fold();
    if (!this.#running && rounds === this.#rounds) this.#known = state;
    return state;
  }

  /** Most chats start once: nothing needs to be read for a new contact. */
  #foldFor({ type }: ContactCommand): ContactState | Promise<ContactState> {
    const isNew = type === 'start' && this.#options.log.isNew(this.#contactId);
    return isNew ? newContactState(this.#contactId) : this.#fold();
  }

  async #fold(): Promise<ContactState> {
    let state = newContactState(this.#contactId);
    for (;;) {
      const page = await this.#options.log.read(this.#contactId, state.lastSeq, pageSize);
      for (const entry of page) state = advance(state, entry);
      if (page.length < pageSize) return state;
    }
  }
}
