import type { Strings } from '../../strings/en.js';

interface Formats {
  time: Intl.DateTimeFormat;
  day: Intl.DateTimeFormat;
}

/** Creating a format costs more than using it a thousand times. */
const known = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  let formats = known.get(language);
  if (!formats) {
    formats = {
      time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }),
      day: new Intl.DateTimeFormat(language, {
        weekday: 'long',
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      }),
    };
    known.set(language, formats);
  }
  return formats;
}

/** Returns the time of day (of an ISO 8601 time) in the reader's time zone. */
export const timeText = (at: string, { language }: Pick<Strings, 'language'>): string =>
  formatsOf(language).time.format(new Date(at));

/** Returns today, yesterday or the date of an ISO 8601 time. `now` is in milliseconds since 1970. */
export function dayText(
  at: string,
  strings: Pick<Strings, 'language' | 'today' | 'yesterday'>,
  now: number,
): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return strings.today;
  // A day before today's noon is always yesterday; a day of 23 or 25 hours does not change that.
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return day === dayOf(noon - 86_400_000)
    ? strings.yesterday
    : formatsOf(strings.language).day.format(new Date(at));
}

/** Whether two ISO 8601 times are on different days in the reader's time zone. */
export const isOtherDay = (one: string, other: string): boolean => dayOf(one) !== dayOf(other);

const dayOf = (at: string | number): string => new Date(at).toDateString();
