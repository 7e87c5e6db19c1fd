import { Type, type Static } from 'typebox';

const way = (description: string) =>
  Type.Union([Type.Literal('CHAT'), Type.Literal('LEAVE_MESSAGE')], {
    default: 'CHAT',
    description: `${description}: CHAT or LEAVE_MESSAGE.`,
  });

/** What visitors meet while nobody answers. */
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

/** Whether a message can be left at all. */
export const takesMessages = ({ whenClosed, whenNobodyAvailable }: Away): boolean =>
  whenClosed === 'LEAVE_MESSAGE' || whenNobodyAvailable === 'LEAVE_MESSAGE';

/** Why a message is to be left instead of a chat; null where there is a chat. */
export const AwayReasonSchema = Type.Union([
  Type.Literal('CLOSED'),
  Type.Literal('NOBODY_AVAILABLE'),
  Type.Null(),
]);
export type AwayReason = Static<typeof AwayReasonSchema>;
