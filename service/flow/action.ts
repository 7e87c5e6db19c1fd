import type { TObject } from 'typebox';
import type { FlowAction } from '../../shared/contact-flow.js';
import type { FlowEffect, FlowFacts } from './flow-state.js';

/** How the flow goes on after an action. */
export type ActionOutcome =
  /** To the first condition that `value` meets, else to the branch of NoMatchingCondition, else to NextAction. */
  | { go: 'on'; value?: string; effects?: FlowEffect[] }
  /** To the branch of this error, else to that of NoMatchingError. */
  | { go: 'error'; errorType: string }
  /** Waits until a time in milliseconds since 1970. */
  | { go: 'wait'; until: number }
  /** The flow ends. */
  | { go: 'over'; effects?: FlowEffect[] };

/** The input of an action: its parameters with all references resolved, and what it may use. */
export interface ActionInput {
  parameters: Readonly<Record<string, unknown>>;
  facts: FlowFacts;
  /** When the action's wait is over, in milliseconds since 1970; null on the first visit. */
  wakeAt: number | null;
}

/** One kind of action of the Amazon Connect Flow language. */
export interface ActionKind {
  /** Its `Type`. */
  type: string;
  /** The schema of its `Parameters`, before references are resolved. */
  parameters: TObject;
  /** A terminal action has neither conditions nor errors, because nothing follows it. */
  isTerminal?: boolean;
  /** Whether NextAction may be missing, because the conditions, the errors or the success cover every case. */
  isNextOptional?: boolean;
  /** Error types that must have branches; all others use NoMatchingError. */
  requiredErrors?: readonly string[];
  /** Why this action can't have this condition, or null. */
  refuseCondition?: (
    condition: { Operator: string; Operands: string[] },
    action: FlowAction,
  ) => string | null;
  run(input: ActionInput): ActionOutcome;
}
