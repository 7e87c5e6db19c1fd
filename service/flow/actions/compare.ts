import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "Check attribute": compares one value, usually a reference. */
export const compare: ActionKind = {
  type: 'Compare',
  parameters: Type.Object(
    { ComparisonValue: Type.String({ minLength: 1 }) },
    { additionalProperties: false },
  ),
  isNextOptional: true,
  requiredErrors: ['NoMatchingCondition'],
  run: ({ parameters }) => ({ go: 'on', value: String(parameters.ComparisonValue) }),
};
