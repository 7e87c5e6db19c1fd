import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "End flow": the flow ends, and the contact stays where it is. */
export const endFlowExecution: ActionKind = {
  type: 'EndFlowExecution',
  parameters: Type.Object({}, { additionalProperties: false }),
  isTerminal: true,
  run: () => ({ go: 'over' }),
};
