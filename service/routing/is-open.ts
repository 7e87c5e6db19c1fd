import type { Holiday, HoursOfOperation } from '../../shared/hours-of-operation.js';

const minutesOfDay = 24 * 60;

/**
 * Whether a queue is open at a time (milliseconds since 1970). A queue without hours is always open. On a holiday, only
 * the hours of the holiday count. Pure.
 */
export function isOpen(hours: HoursOfOperation | null, now: number): boolean {
  if (!hours) return true;
  const { day, date, minute } = wallClock(hours.timeZone, now);
  const holidays = (hours.holidays ?? []).filter(({ from, till }) => from <= date && date <= till);
  const spans = holidays.length > 0 ? holidays.flatMap((each) => each.hours) : onDay(hours, day);
  return spans.some(({ startTime, endTime }) => minuteOf(startTime) <= minute && minute < endOf(endTime));
}

const onDay = ({ config }: HoursOfOperation, day: string): Span[] =>
  config.filter((each) => each.day === day);

type Refused = { pointer: string; message: string } | null;

/** What is wrong with opening hours that match their schema; null if nothing is. */
export function refuseHours({ timeZone, config, holidays = [] }: HoursOfOperation): Refused {
  if (!isTimeZone(timeZone))
    return { pointer: '/timeZone', message: 'There is no such time zone; one is called Europe/Berlin.' };
  for (const [index, holiday] of holidays.entries()) {
    const refused = refuseHoliday(holiday);
    if (refused) return { ...refused, pointer: `/holidays/${index}${refused.pointer}` };
  }
  return refuseSpans(config, '/config');
}

function refuseHoliday({ from, till, hours }: Holiday): Refused {
  for (const [name, date] of Object.entries({ from, till }))
    if (!isDate(date)) return { pointer: `/${name}`, message: 'There is no such day; one is 2026-12-24.' };
  if (till < from) return { pointer: '/till', message: 'The last day is the first day, or later.' };
  return refuseSpans(hours, '/hours');
}

function refuseSpans(spans: readonly Span[], pointer: string): Refused {
  const wrong = spans.findIndex(({ startTime, endTime }) => endOf(endTime) <= minuteOf(startTime));
  if (wrong < 0) return null;
  const message = 'A queue closes after it opens, on the same day. Hours over midnight are two parts.';
  return { pointer: `${pointer}/${wrong}/endTime`, message };
}

type Span = Holiday['hours'][number];
type Time = Span['startTime'];
const minuteOf = ({ hours, minutes }: Time): number => hours * 60 + minutes;
/** An end at 00:00 is the end of the day. */
const endOf = (time: Time): number => minuteOf(time) || minutesOfDay;

/** Whether there is such a day. 30 February would become 2 March. */
function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function wallClock(timeZone: string, now: number): { day: string; date: string; minute: number } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: parts.get('weekday')!.toUpperCase(),
    date: `${parts.get('year')!.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/** Creating a format takes a hundred times longer than using it; there are a few hundred time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{
      timeZone,
      hourCycle: 'h23',
      calendar: 'gregory',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  formats.set(timeZone, format);
  return format;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(formatOf(timeZone));
  } catch {
    return false;
  }
}
