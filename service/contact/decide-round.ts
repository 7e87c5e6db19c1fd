import { ServiceError } from '../errors.js';
import { copyState } from './copy-state.js';
import type { ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { decide, type ContactCommand } from './decide.js';
import type { Decision, Refusal } from './decision.js';
import type { Entry } from './entry.js';
import { advance } from './evolve.js';
import type { FlowWorld } from './move-flow.js';
import { numbered } from './number-entries.js';
import { keepsSummary, summarise } from './summarise.js';

/** The result of an accepted command: its entries, or the number that it got before, and the state afterwards. */
export interface Outcome {
  entries: Entry[];
  repeats: number | null;
  state: ContactState;
}

/** The answer to a command, given when its round is durable. */
export type Answer = Outcome | { error: unknown };

/** Commands that were decided together, and share one append. */
export interface Round {
  contactId: string;
  /** The log's last number before the round. */
  expected: number;
  entries: Entry[];
  /** Set if it replaces the stored summary. */
  summary: ContactSummary | undefined;
  /** In the order of the commands. */
  answers: Answer[];
  /** The state afterwards; null if {@link stateAfter} computes it once the entries are durable. */
  after: ContactState | null;
}

/** Decides commands in order, each in the state after the one before it. `before` stays as it is, except for `sent`. */
export function decideRound(
  before: ContactState,
  commands: readonly ContactCommand[],
  world: FlowWorld,
): Round {
  const { contactId, lastSeq } = before;
  const round: Round = {
    ...{ contactId, expected: lastSeq, entries: [], summary: undefined, answers: [], after: before },
  };
  for (const command of commands) {
    const state = round.after ?? before;
    const answer = answerOf(state, decide(state, command, world));
    round.answers.push(answer);
    if ('error' in answer || answer.entries.length === 0) continue;
    round.entries = round.entries.length === 0 ? answer.entries : [...round.entries, ...answer.entries];
    round.after = commands.length === 1 && keepsAll(answer.entries) ? null : advanced(state, before, answer);
  }
  if (!keepsAll(round.entries)) round.summary = summarise(round.after!);
  return round;
}

/**
 * The state after a round whose entries are durable. Where no other command needed it before, the given state itself is
 * changed: a copy for each message would cost more than the decision.
 */
export function stateAfter(before: ContactState, { after, entries }: Round): ContactState {
  if (after) return after;
  for (const entry of entries) advance(before, entry);
  return before;
}

function answerOf(state: ContactState, decision: Decision): Answer {
  if ('refused' in decision) return { error: toError(decision) };
  if ('repeats' in decision) return { entries: [], repeats: decision.repeats, state };
  return { entries: numbered(state.lastSeq, decision.entries), repeats: null, state };
}

function advanced(state: ContactState, before: ContactState, { entries }: Outcome): ContactState {
  const next = state === before ? copyState(before) : state;
  for (const entry of entries) advance(next, entry);
  return next;
}

function keepsAll(entries: readonly Entry[]): boolean {
  for (const { kind } of entries) if (!keepsSummary.has(kind)) return false;
  return true;
}

const toError = ({ refused, message, pointer }: Refusal): ServiceError =>
  new ServiceError(refused, { ...(message && { message }), ...(pointer && { pointer }) });
