import type { Strings } from '../../strings/en.js';

interface Formats {
  time: Intl.DateTimeFormat;
  day: Intl.DateTimeFormat;
}

/** Making a format costs more than using it a thousand times. */
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

/** The time of day of a moment (ISO 8601), where the reader is. */
export const timeText = (at: string, { language }: Pick<Strings, 'language'>): string =>
  formatsOf(language).time.format(new Date(at));

/** The day of a moment as people call it: today, yesterday, or its date. `now` is milliseconds since 1970. */
export function dayText(
  at: string,
  strings: Pick<Strings, 'language' | 'today' | 'yesterday'>,
  now: number,
): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return strings.today;
  // Noon of today less a day is yesterday, on days of 23 and 25 hours too.
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return day === dayOf(noon - 86_400_000)
    ? strings.yesterday
    : formatsOf(strings.language).day.format(new Date(at));
}

/** Whether two moments (ISO 8601) are on different days, where the reader is. */
export const isOtherDay = (one: string, other: string): boolean => dayOf(one) !== dayOf(other);

const dayOf = (at: string | number): string => new Date(at).toDateString();
