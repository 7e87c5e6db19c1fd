import { Type, type Static } from 'typebox';

/**
 * A contact flow in the Amazon Connect Flow language, version 2019-10-30 (Amazon Connect API Reference,
 * "Amazon Connect Flow language"). All values are strings, also numbers.
 */
const identifier = Type.String({ minLength: 1, maxLength: 50 });
export const FlowConditionSchema = Type.Object({
  NextAction: identifier,
  Condition: Type.Object({
    Operator: Type.Union([
      Type.Literal('Equals'),
      Type.Literal('TextStartsWith'),
      Type.Literal('TextEndsWith'),
      Type.Literal('TextContains'),
      Type.Literal('NumberGreaterThan'),
      Type.Literal('NumberGreaterOrEqualTo'),
      Type.Literal('NumberLessThan'),
      Type.Literal('NumberLessOrEqualTo'),
    ]),
    Operands: Type.Array(Type.String(), { minItems: 1, maxItems: 1 }),
  }),
});
export const FlowActionSchema = Type.Object({
  Identifier: identifier,
  Type: Type.String({ minLength: 1, maxLength: 100 }),
  Parameters: Type.Record(Type.String(), Type.Unknown()),
  Transitions: Type.Object({
    NextAction: Type.Optional(identifier),
    Conditions: Type.Optional(Type.Array(FlowConditionSchema, { maxItems: 50 })),
    Errors: Type.Optional(
      Type.Array(
        Type.Object({ NextAction: identifier, ErrorType: Type.String({ minLength: 1, maxLength: 100 }) }),
        {
          maxItems: 20,
        },
      ),
    ),
  }),
});
export const ContactFlowContentSchema = Type.Object({
  Version: Type.Literal('2019-10-30'),
  StartAction: identifier,
  /** The flow editor's own data, stored unchanged. */
  Metadata: Type.Optional(Type.Unknown()),
  Actions: Type.Array(FlowActionSchema, { minItems: 1, maxItems: 250 }),
});
export const ContactFlowSchema = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 127 }), content: ContactFlowContentSchema },
  { additionalProperties: false },
);
export type FlowCondition = Static<typeof FlowConditionSchema>;
export type FlowAction = Static<typeof FlowActionSchema>;
export type ContactFlowContent = Static<typeof ContactFlowContentSchema>;
export type ContactFlow = Static<typeof ContactFlowSchema>;
