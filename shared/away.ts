import { Type, type Static } from 'typebox';

const way = (description: string) =>
  Type.Union([Type.Literal('CHAT'), Type.Literal('LEAVE_MESSAGE')], {
    default: 'CHAT',
    description: `${description}: CHAT or LEAVE_MESSAGE.`,
  });

/** What visitors are offered while no agent is available. */
export const AwaySchema = Type.Object(
  {
    whenClosed: way('Outside the hours of the queue'),
    whenNobodyAvailable: way('While no agent of the queue is available'),
    queueId: Type.String({
      minLength: 1,
      maxLength: 128,
      default: 'default',
      description: 'The id of the queue whose hours and agents count, and in which left messages wait.',
    }),
  },
  { additionalProperties: false, default: {} },
);
export type Away = Static<typeof AwaySchema>;

/** Whether visitors can ever leave a message. */
export const takesMessages = ({ whenClosed, whenNobodyAvailable }: Away): boolean =>
  whenClosed === 'LEAVE_MESSAGE' || whenNobodyAvailable === 'LEAVE_MESSAGE';

/** Why visitors leave a message instead of chatting; null if they can chat. */
export const AwayReasonSchema = Type.Union([
  Type.Literal('CLOSED'),
  Type.Literal('NOBODY_AVAILABLE'),
  Type.Null(),
]);
export type AwayReason = Static<typeof AwayReasonSchema>;
