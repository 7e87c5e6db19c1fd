import type { ContactFlowContent, FlowAction } from '../../shared/contact-flow.js';
import type { ActionOutcome } from './action.js';
import { actionKinds } from './actions/index.js';
import { isMet } from './conditions.js';
import type { FlowEffect, FlowFacts, FlowState, FlowStep, StepFlow } from './flow-state.js';
import { resolveAll } from './references.js';

/** A step with more actions is a loop without a wait. */
const actionsAtMost = 1_000;
/** The queue of a contact whose flow fails before it has chosen one. */
const lastResortQueueId = 'default';

const kinds = new Map(actionKinds.map((kind) => [kind.type, kind]));
const over: FlowState = { actionId: null, wakeAt: null };

/**
 * Runs a flow from its position until it waits or ends. If the flow can't go on (a missing action or branch, a loop
 * without a wait), the contact enters its chosen queue, or the default one, so that it still reaches an agent.
 */
export const stepFlow: StepFlow = (content, state, input, facts) => {
  if (input.type === 'time' && (state === null || state.actionId === null))
    return { state: over, effects: [] };
  const from = input.type === 'start' ? { actionId: content.StartAction, wakeAt: null } : state!;
  return run(content, from, facts);
};

function run(content: ContactFlowContent, from: FlowState, facts: FlowFacts): FlowStep {
  const actions = new Map(content.Actions.map((action) => [action.Identifier, action]));
  const effects: FlowEffect[] = [];
  let { actionId, wakeAt } = from;
  let targetQueueId = facts.targetQueueId;

  for (let count = 0; count < actionsAtMost; count += 1) {
    const action = actionId === null ? undefined : actions.get(actionId);
    if (!action) break;
    const outcome = runAction(action, wakeAt, { ...facts, targetQueueId });
    if (outcome.go === 'wait') return { state: { actionId, wakeAt: outcome.until }, effects };
    if ('effects' in outcome && outcome.effects) effects.push(...outcome.effects);
    if (outcome.go === 'over') return { state: over, effects };
    targetQueueId = effects.findLast((effect) => effect.type === 'target-queue')?.queueId ?? targetQueueId;
    actionId = nextAction(action, outcome);
    wakeAt = null;
  }
  effects.push({ type: 'enter-queue', queueId: targetQueueId ?? lastResortQueueId });
  return { state: over, effects };
}

function runAction(action: FlowAction, wakeAt: number | null, facts: FlowFacts): ActionOutcome {
  const kind = kinds.get(action.Type);
  if (!kind) return { go: 'error', errorType: 'NoMatchingError' };
  const parameters = resolveAll(action.Parameters, facts.references) as Record<string, unknown>;
  return kind.run({ parameters, facts, wakeAt });
}

function nextAction({ Transitions }: FlowAction, outcome: ActionOutcome): string | null {
  const { NextAction = null, Conditions = [], Errors = [] } = Transitions;
  const branch = (errorType: string): string | undefined =>
    Errors.find(({ ErrorType }) => ErrorType === errorType)?.NextAction;
  if (outcome.go === 'error') return branch(outcome.errorType) ?? branch('NoMatchingError') ?? null;
  if (outcome.go !== 'on' || outcome.value === undefined) return NextAction;
  const { value } = outcome;
  const met = Conditions.find(({ Condition }) => isMet(value, Condition));
  return met?.NextAction ?? branch('NoMatchingCondition') ?? NextAction;
}
