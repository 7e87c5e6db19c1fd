import type { Bus } from '../bus/bus.js';
import { ServiceError } from '../errors.js';
import type { ContactLog } from '../store/contact-log.js';
import type { Timers } from '../store/timers.js';
import { newContactState, type ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { decide, needsWorld, type ContactCommand } from './decide.js';
import type { Decision } from './decision.js';
import type { Entry } from './entry.js';
import { evolve } from './evolve.js';
import { numbered } from './evolve-all.js';
import type { FlowWorld } from './move-flow.js';
import { agentNewsOf, type ContactTopics } from './news.js';
import { keepsSummary, summarise, wakeAt } from './summarise.js';

/** What became of a command that was not refused: its entries, or the number it had before, and the state afterwards. */
export interface Outcome {
  entries: Entry[];
  repeats: number | null;
  state: ContactState;
}

export interface ContactInboxOptions {
  log: ContactLog;
  bus: Bus<ContactTopics>;
  timers: Timers;
  clock: () => number;
  world: (flowId: string) => Promise<FlowWorld>;
}

/** One contact's commands, one round after the other; all that wait share the next round's append. */
export interface ContactInbox {
  run(command: ContactCommand): Promise<Outcome>;
  state(): Promise<ContactState | null>;
  isIdle(): boolean;
}

interface Waiting {
  command: ContactCommand;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}
type Settle = (state: ContactState) => void;

/** Commands of one round: enough to share a commit, few enough to be fair. */
const roundSize = 128;
const pageSize = 512;
const noWorld: FlowWorld = { flow: null, queues: {} };

export function createContactInbox(contactId: string, options: ContactInboxOptions): ContactInbox {
  const { log, bus, timers, clock, world } = options;
  let waiting: Waiting[] = [];
  let isRunning = false;
  /** Null where the log has to be folded (again). */
  let known: ContactState | null = null;

  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        waiting.push({ command, resolve, reject });
        if (!isRunning) void runRounds();
      }),
    async state() {
      const state = known ?? (await fold());
      return state.status === 'NEW' ? null : state;
    },
    isIdle: () => !isRunning,
  };

  async function runRounds(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const round = waiting.slice(0, roundSize);
      waiting = waiting.slice(roundSize);
      try {
        while (!(await runRound(round)));
      } catch (error) {
        known = null;
        for (const { reject } of round) reject(error);
      }
    }
    isRunning = false;
  }

  /** Whether the round is done; false when another writer was faster and it has to be decided again. */
  async function runRound(round: Waiting[]): Promise<boolean> {
    const before = known ?? (await fold());
    const flowId = round.map(({ command }) => flowIdFor(before, command)).find((id) => id !== null);
    const facts = flowId === undefined ? noWorld : await world(flowId!);
    const { state, entries, settle } = decideAll(before, round, facts);
    if (entries.length === 0) {
      known = state;
      afterWake(round, state);
      settle.forEach((each) => each(state));
      return true;
    }
    const isSummaryNew = !entries.every(({ kind }) => keepsSummary.has(kind));
    const summary = isSummaryNew ? summarise(state, clock()) : undefined;
    const appended = await log.append(contactId, before.lastSeq, entries, summary);
    if (!appended.ok) {
      known = null;
      return false;
    }
    known = state;
    bus.publish('contact', contactId, { type: 'entries', entries });
    if (summary) tell(summary, entries);
    afterWake(round, state);
    settle.forEach((each) => each(state));
    return true;
  }

  function tell(summary: ContactSummary, entries: Entry[]): void {
    if (summary.wakeAt === null) timers.cancel(contactId);
    else timers.set(contactId, summary.wakeAt);
    bus.publish('summaries', 'all', { summary, entries });
    for (const entry of entries) {
      const told = agentNewsOf(contactId, entry);
      if (told) bus.publish('agent', told.agentId, told.news);
    }
  }

  /** A wake-up that changed nothing still has to be followed by the next. */
  function afterWake(round: Waiting[], state: ContactState): void {
    if (!round.some(({ command }) => command.type === 'wake')) return;
    const next = wakeAt(state, clock());
    if (next !== null) timers.set(contactId, next);
  }

  async function fold(): Promise<ContactState> {
    let state = newContactState(contactId);
    for (;;) {
      const page = await log.read(contactId, state.lastSeq, pageSize);
      state = page.reduce(evolve, state);
      if (page.length < pageSize) return state;
    }
  }
}

/** Decides every command of a round, each in the state that the ones before it leave. */
function decideAll(before: ContactState, round: Waiting[], world: FlowWorld) {
  let state = before;
  const entries: Entry[] = [];
  const settle: Settle[] = [];
  for (const { command, resolve, reject } of round) {
    const decision = decide(state, command, world);
    if ('refused' in decision) {
      settle.push(() => reject(toError(decision)));
      continue;
    }
    const own = 'entries' in decision ? numbered(state.lastSeq, decision.entries) : [];
    const repeats = 'repeats' in decision ? decision.repeats : null;
    state = own.reduce(evolve, state);
    entries.push(...own);
    settle.push((after) => resolve({ entries: own, repeats, state: after }));
  }
  return { state, entries, settle };
}

const toError = ({ refused, message, pointer }: Extract<Decision, { refused: unknown }>): ServiceError =>
  new ServiceError(refused, { ...(message && { message }), ...(pointer && { pointer }) });

function flowIdFor(state: ContactState, command: ContactCommand): string | null {
  if (!needsWorld(command)) return null;
  return command.type === 'start' ? command.flowId : state.flowId;
}
