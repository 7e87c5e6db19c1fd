import type { HoursOfOperation } from '../../shared/hours-of-operation.js';

const minutesOfDay = 24 * 60;

/** Whether a queue is open at a time (milliseconds since 1970). A queue without hours is always open. Pure. */
export function isOpen(hours: HoursOfOperation | null, now: number): boolean {
  if (!hours) return true;
  const { day, minute } = wallClock(hours.timeZone, now);
  return hours.config.some(
    ({ day: on, startTime, endTime }) =>
      on === day && minuteOf(startTime) <= minute && minute < endOf(endTime),
  );
}

/** What is wrong with opening hours that match their schema; null if nothing is. */
export function refuseHours({
  timeZone,
  config,
}: HoursOfOperation): { pointer: string; message: string } | null {
  if (!isTimeZone(timeZone))
    return { pointer: '/timeZone', message: 'There is no such time zone; one is called Europe/Berlin.' };
  const wrong = config.findIndex(({ startTime, endTime }) => endOf(endTime) <= minuteOf(startTime));
  if (wrong < 0) return null;
  const message = 'A queue closes after it opens, on the same day. Hours over midnight are two parts.';
  return { pointer: `/config/${wrong}/endTime`, message };
}

type Time = HoursOfOperation['config'][number]['startTime'];
const minuteOf = ({ hours, minutes }: Time): number => hours * 60 + minutes;
/** An end at 00:00 is the end of the day. */
const endOf = (time: Time): number => minuteOf(time) || minutesOfDay;

function wallClock(timeZone: string, now: number): { day: string; minute: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'long', hour: '2-digit', minute: '2-digit' },
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: parts.get('weekday')!.toUpperCase(),
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone }));
  } catch {
    return false;
  }
}
