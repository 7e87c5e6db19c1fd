import { Type, type Static } from 'typebox';

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

/**
 * The opening hours of a queue, with the members of Amazon Connect's hours of operation
 * (CreateHoursOfOperation).
 */
export const HoursOfOperationSchema = Type.Object(
  {
    timeZone: Type.String({
      pattern: '^[A-Za-z0-9_+/-]{1,64}$',
      description: 'A time zone of the IANA database, such as Europe/Berlin.',
    }),
    config: Type.Array(
      Type.Object(
        {
          day: DaySchema,
          startTime: time('When it opens.'),
          endTime: time('When it closes, later on the same day; 00:00 is the end of the day.'),
        },
        { additionalProperties: false },
      ),
      { maxItems: 100, description: 'A day without any is closed; one may have several.' },
    ),
  },
  { additionalProperties: false },
);
export type HoursOfOperation = Static<typeof HoursOfOperationSchema>;
