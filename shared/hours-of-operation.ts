import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

export const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

const DaySchema = Type.Union([
  Type.Literal('SUNDAY'),
  Type.Literal('MONDAY'),
  Type.Literal('TUESDAY'),
  Type.Literal('WEDNESDAY'),
  Type.Literal('THURSDAY'),
  Type.Literal('FRIDAY'),
  Type.Literal('SATURDAY'),
]);

const time = (description: string) =>
  Type.Object(
    { hours: Type.Integer({ minimum: 0, maximum: 23 }), minutes: Type.Integer({ minimum: 0, maximum: 59 }) },
    { additionalProperties: false, description },
  );

const span = {
  startTime: time('When it opens.'),
  endTime: time('When it closes, later on the same day; 00:00 is the end of the day.'),
};
const date = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: `${description}, as 2026-12-24.` });

const HolidaySchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    from: date('The first day'),
    till: date('The last day'),
    hours: Type.Array(Type.Object(span, { additionalProperties: false }), {
      maxItems: 10,
      default: [],
      description: 'When it is open on these days; empty for closed.',
    }),
  },
  { additionalProperties: false },
);

/**
 * The opening hours of a queue, with the members of Amazon Connect's hours of operation
 * (CreateHoursOfOperation), and holidays.
 */
export const HoursOfOperationSchema = Type.Object(
  {
    timeZone: Type.String({
      pattern: '^[A-Za-z0-9_+/-]{1,64}$',
      description: 'A time zone of the IANA database, such as Europe/Berlin.',
    }),
    config: Type.Array(Type.Object({ day: DaySchema, ...span }, { additionalProperties: false }), {
      maxItems: 100,
      description: 'A day without any is closed; one may have several.',
    }),
    holidays: Type.Optional(
      Type.Array(HolidaySchema, {
        maxItems: limits.holidays,
        description: 'Days with other hours than those of the week.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type Holiday = Static<typeof HolidaySchema>;
export type HoursOfOperation = Static<typeof HoursOfOperationSchema>;
