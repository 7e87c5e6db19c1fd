import { contentTypes } from '../../../shared/content-types.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import type { ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { idleDeadline, idleMinutes } from '../idle.js';
import { systemSpeaker, type FlowWorld } from '../move-flow.js';
import { rightsOf } from '../roles.js';
import { leaveEntries } from './leave.js';

/**
 * The decision, and the idle times of the queue that the contact enters. They are fixed in the log, so that a chat keeps
 * them when an administrator changes the queue.
 */
export function withIdleTimes(decision: Decision, { queues }: FlowWorld): Decision {
  if (!('entries' in decision)) return decision;
  const entries = decision.entries.map((entry): NewEntry => {
    if (!isQueueing(entry)) return entry;
    const idleTimes = Object.hasOwn(queues, entry.queueId) ? queues[entry.queueId]!.idleTimes : undefined;
    return idleTimes ? { ...entry, idleTimes: structuredClone(idleTimes) } : entry;
  });
  return { entries };
}

type Queueing = Extract<NewEntry, { kind: 'queue.entered' | 'queue.returned' | 'queue.transferred' }>;
const isQueueing = (entry: NewEntry): entry is Queueing => queueing.has(entry.kind);
const queueing: ReadonlySet<string> = new Set(['queue.entered', 'queue.returned', 'queue.transferred']);

/**
 * What follows from silence whose deadline was reached: a warning, then the end of the chat (an idle customer) or its
 * return to the queue (an idle agent).
 */
export function idleEntries(
  state: ContactState,
  { now, reached }: { now: number; reached: readonly number[] },
  world: FlowWorld,
): NewEntry[] {
  const deadline = idleDeadline(state);
  if (!deadline || !reached.includes(deadline.at)) return [];
  const { of, until } = state.turn!;
  if (until === null) return warn(state, now, world);
  if (of === 'CUSTOMER')
    return [say(world, now, 'idleEnd'), { at: now, kind: 'chat.ended', by: null, reason: 'IDLE' }];
  const serving = Object.values(state.participants).filter(
    (each) => each.present && rightsOf(each).countsAsLoad,
  );
  return leaveEntries(state, serving, { at: now, world, isIdle: true });
}

function warn({ idleTimes, turn }: ContactState, at: number, world: FlowWorld): NewEntry[] {
  const { of } = turn!;
  const minutes = idleMinutes(idleTimes!, of)!.act;
  const warned: NewEntry = { at, kind: 'idle.warned', of, until: at + minutes * 60_000 };
  return of === 'CUSTOMER' ? [warned, say(world, at, 'idleWarning', minutes)] : [warned];
}

function say(
  { texts }: FlowWorld,
  at: number,
  name: 'idleWarning' | 'idleEnd',
  minutes: number | '' = '',
): NewEntry {
  const content = (texts[name] ?? defaultTexts.en[name]).replaceAll('{minutes}', String(minutes));
  return {
    ...{ at, kind: 'message', who: systemSpeaker, clientToken: null },
    ...{ contentType: contentTypes.plain, content },
  };
}
