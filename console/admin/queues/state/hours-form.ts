import { days, type Holiday, type HoursOfOperation } from '../../../../shared/hours-of-operation.js';

export type Day = (typeof days)[number];

/** A time from and to, as a time field has it: "09:00". Empty if nothing was entered. */
export interface SpanForm {
  readonly from: string;
  readonly to: string;
}

/** A holiday, as typed. It is closed if it has no hours. */
export interface HolidayForm {
  readonly name: string;
  readonly from: string;
  readonly till: string;
  readonly hours: readonly SpanForm[];
}

/** Opening hours, as typed. */
export interface HoursForm {
  readonly isAlwaysOpen: boolean;
  readonly timeZone: string;
  readonly week: Readonly<Record<Day, readonly SpanForm[]>>;
  readonly holidays: readonly HolidayForm[];
}

/** The days of a week as it is shown: it begins with Monday. */
export const shownDays: readonly Day[] = [...days.slice(1), days[0]];

/** Returns the name of a day: "Monday". */
export const dayName = (day: Day): string => day.charAt(0) + day.slice(1).toLowerCase();

/** What a new part of a day begins with. */
export const officeHours: SpanForm = { from: '09:00', to: '17:00' };

const isWorkday = (day: Day): boolean => day !== 'SATURDAY' && day !== 'SUNDAY';

/** Returns the form of opening hours; `timeZone` is proposed if there are none. */
export function toHoursForm(hours: HoursOfOperation | null, timeZone: string): HoursForm {
  const spansOf = (day: Day): SpanForm[] =>
    hours ? hours.config.filter((part) => part.day === day).map(toSpan) : isWorkday(day) ? [officeHours] : [];
  const week = Object.fromEntries(days.map((day) => [day, spansOf(day)])) as Record<Day, SpanForm[]>;
  const holidays = (hours?.holidays ?? []).map((each) => ({ ...each, hours: each.hours.map(toSpan) }));
  return { isAlwaysOpen: !hours, timeZone: hours?.timeZone ?? timeZone, week, holidays };
}

/** Returns the opening hours of a form without errors. */
export function toHours({ isAlwaysOpen, timeZone, week, holidays }: HoursForm): HoursOfOperation | null {
  if (isAlwaysOpen) return null;
  return {
    timeZone: timeZone.trim(),
    config: shownDays.flatMap((day) => week[day].map((span) => ({ day, ...toTimes(span) }))),
    holidays: holidays.map(({ name, from, till, hours }) => ({
      ...{ name: name.trim(), from, till: till || from, hours: hours.map(toTimes) },
    })),
  };
}

/** Returns what is wrong with the hours, by the field that shows it. */
export function checkHours({ isAlwaysOpen, timeZone, week, holidays }: HoursForm) {
  if (isAlwaysOpen) return {};
  const wrongDay = shownDays.find((day) => !week[day].every(isSpan));
  const wrongHoliday = holidays.find((each) => !isHoliday(each));
  return {
    ...(!timeZone.trim() && { timeZone: 'Enter a time zone such as Europe/Berlin.' }),
    ...(wrongDay && { week: `${dayName(wrongDay)}: ${spanRule}` }),
    ...(wrongHoliday && { holidays: `${wrongHoliday.name.trim() || 'A holiday'}: ${holidayRule}` }),
  };
}

const spanRule = 'enter when it opens and when it closes, later on the same day (00:00 for midnight).';
const holidayRule = 'enter a name, the first day, a last day that is not earlier, and hours within one day.';

const isHoliday = ({ name, from, till, hours }: HolidayForm): boolean =>
  name.trim() !== '' && from !== '' && (till === '' || from <= till) && hours.every(isSpan);

/** Midnight ends a day as 00:00, which a time field can't tell from its beginning. */
const isSpan = ({ from, to }: SpanForm): boolean => from !== '' && to !== '' && (from < to || to === '00:00');

const toSpan = ({
  startTime,
  endTime,
}: Pick<Holiday['hours'][number], 'startTime' | 'endTime'>): SpanForm => ({
  from: toText(startTime),
  to: toText(endTime),
});
const toText = ({ hours, minutes }: { hours: number; minutes: number }): string =>
  `${twoDigits(hours)}:${twoDigits(minutes)}`;
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const toTimes = ({ from, to }: SpanForm) => ({ startTime: toTime(from), endTime: toTime(to) });
const toTime = (text: string) => ({ hours: Number(text.slice(0, 2)), minutes: Number(text.slice(3, 5)) });

/** Returns the part of a day in minutes from midnight; undefined if it is not whole. */
export function toMinutes(span: SpanForm): { from: number; to: number } | undefined {
  if (!isSpan(span)) return undefined;
  const [from, to] = [span.from, span.to].map(
    (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)),
  );
  return { from: from!, to: to! || 24 * 60 };
}
