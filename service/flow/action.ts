import type { TObject } from 'typebox';
import type { FlowAction } from '../../shared/contact-flow.js';
import type { FlowEffect, FlowFacts } from './flow-state.js';

/** How an action went on. */
export type ActionOutcome =
  /** By the first condition that `value` meets, else by the branch of NoMatchingCondition, else by NextAction. */
  | { go: 'on'; value?: string; effects?: FlowEffect[] }
  /** By the branch of this error, else by that of NoMatchingError. */
  | { go: 'error'; errorType: string }
  /** Nowhere before a time, in milliseconds since 1970. */
  | { go: 'wait'; until: number }
  /** Nowhere: the flow is over. */
  | { go: 'over'; effects?: FlowEffect[] };

/** What an action is given: itself with every reference resolved, and what it may know. */
export interface ActionInput {
  parameters: Readonly<Record<string, unknown>>;
  facts: FlowFacts;
  /** When the action's waiting is over; null on the first visit. */
  wakeAt: number | null;
}

/** One kind of action of the Amazon Connect Flow language. */
export interface ActionKind {
  /** Its `Type`. */
  type: string;
  /** What its `Parameters` must be before references are resolved. */
  parameters: TObject;
  /** A terminal action leads nowhere, so it carries neither conditions nor errors. */
  isTerminal?: boolean;
  /** Whether it may do without NextAction, because its conditions and errors, or its success, leave nothing to it. */
  isNextOptional?: boolean;
  /** Error types whose branches must be there; every other kind of error falls to NoMatchingError. */
  requiredErrors?: readonly string[];
  /** Why this condition can't be on this action, or null. */
  refuseCondition?: (
    condition: { Operator: string; Operands: string[] },
    action: FlowAction,
  ) => string | null;
  run(input: ActionInput): ActionOutcome;
}
