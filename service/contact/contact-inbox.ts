import type { Bus } from '../backend/bus.js';
import type { Changes } from '../backend/changes.js';
import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Timers } from '../backend/timers.js';
import { newContactState, type ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { deadlinesOf } from './deadlines.js';
import { decide, needsWorld, type ContactCommand } from './decide.js';
import type { Refusal } from './decision.js';
import type { Entry } from './entry.js';
import { evolve } from './evolve.js';
import { numbered } from './number-entries.js';
import type { FlowWorld } from './move-flow.js';
import { keepsSummary, summarise } from './summarise.js';
import type { SummarySource } from './summary-feed.js';
import type { ContactTopics } from './topics.js';

/** The result of an accepted command: its entries, or the number that it got before, and the state afterwards. */
export interface Outcome {
  entries: Entry[];
  repeats: number | null;
  state: ContactState;
}

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
/** The answer to a command, given when its round is durable. */
type Answer = Omit<Outcome, 'state'> | { error: unknown };

/** The result of a round before it is stored. */
interface Decided {
  state: ContactState;
  entries: Entry[];
  answers: Answer[];
  /** Set if it replaces the stored summary. */
  summary: ContactSummary | undefined;
}

/** Commands in one round: enough to share a commit, few enough to be fair to other contacts. */
const roundSize = 128;
const pageSize = 512;
const noWorld: FlowWorld = { flow: null, queues: {}, texts: {} };

/** The queue of one contact's commands. It runs them in rounds: all commands that wait share the next append. */
export class ContactInbox {
  readonly #contactId: string;
  readonly #options: ContactInboxOptions;
  #waiting: Waiting[] = [];
  #isRunning = false;
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
    if (!this.#isRunning) void this.#runRounds();
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
    return !this.#isRunning;
  }

  async #runRounds(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      const round = this.#takeRound();
      try {
        // One async function awaits for the whole round: an await for each message costs half a kilobyte of memory.
        for (;;) {
          const before = this.#known ?? (await this.#foldFor(round[0]!.command));
          const asking = round.find(({ command }) => needsWorld(command));
          const world = asking ? await this.#worldFor(before, asking.command) : noWorld;
          const decided = this.#decide(before, round, world);
          const { entries, summary } = decided;
          if (entries.length > 0) {
            const { ok } = await this.#options.log.append(this.#contactId, before.lastSeq, entries, summary);
            this.#known = null;
            // Another process has appended first: decide again in the new state.
            if (!ok) continue;
          } else if (this.#options.changes && !(await this.#isCurrent(before))) {
            // Without an append, nothing else proves that the decision used the latest state.
            this.#known = null;
            continue;
          }
          this.#finish(round, decided);
          break;
        }
      } catch (error) {
        this.#known = null;
        for (const each of round) this.#settle(each, { error }, null);
      }
    }
    this.#isRunning = false;
  }

  #takeRound(): Waiting[] {
    this.#rounds += 1;
    const all = this.#waiting;
    this.#waiting = all.length > roundSize ? all.slice(roundSize) : [];
    return all.length > roundSize ? all.slice(0, roundSize) : all;
  }

  #decide(before: ContactState, round: Waiting[], world: FlowWorld): Decided {
    const decided = decideAll(before, round, world);
    const isSummaryNew = !decided.entries.every(({ kind }) => keepsSummary.has(kind));
    if (isSummaryNew) decided.summary = summarise(decided.state);
    return decided;
  }

  /** The round is durable: updates the timers, publishes the entries and answers each commander. */
  #finish(round: Waiting[], { state, entries, answers, summary }: Decided): void {
    this.#known = state;
    if (summary || round.some(({ command }) => command.type === 'wake'))
      this.#options.timers.set(this.#contactId, deadlinesOf(state), entries.at(-1)?.at);
    if (entries.length > 0)
      this.#options.bus.publish('contact', this.#contactId, { type: 'entries', entries });
    if (summary) this.#options.summaries.publish({ summary, lastSeq: state.lastSeq, entries });
    for (let index = 0; index < round.length; index += 1) this.#settle(round[index]!, answers[index]!, state);
  }

  /** An exception in one commander must not affect the others of the round. */
  #settle({ command, commander }: Waiting, answer: Answer, state: ContactState | null): void {
    try {
      if ('error' in answer) commander.refused(answer.error, command);
      else commander.done({ entries: answer.entries, repeats: answer.repeats, state: state! }, command);
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
    if (!this.#isRunning && rounds === this.#rounds) this.#known = state;
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
      state = page.reduce(evolve, state);
      if (page.length < pageSize) return state;
    }
  }
}

/** Decides the commands of a round in order, each in the state after the one before it. */
function decideAll(before: ContactState, round: Waiting[], world: FlowWorld): Decided {
  let state = before;
  let entries: Entry[] = [];
  const answers: Answer[] = [];
  for (const { command } of round) {
    const decision = decide(state, command, world);
    if ('refused' in decision) {
      answers.push({ error: toError(decision) });
      continue;
    }
    const own = 'entries' in decision ? numbered(state.lastSeq, decision.entries) : [];
    const repeats = 'repeats' in decision ? decision.repeats : null;
    for (const entry of own) state = evolve(state, entry);
    entries = entries.length === 0 ? own : [...entries, ...own];
    answers.push({ entries: own, repeats });
  }
  return { state, entries, answers, summary: undefined };
}

const toError = ({ refused, message, pointer }: Refusal): ServiceError =>
  new ServiceError(refused, { ...(message && { message }), ...(pointer && { pointer }) });
