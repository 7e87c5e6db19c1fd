import { dayText, timeText } from '../../widget/elements/transcript/time-text.js';

/** The staff pages' language for numbers and dates: English, with 12 or 24 hours as the device has them. */
export const staffLanguage = `en-u-hc-${hourCycle()}`;

function hourCycle(): string {
  const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return hour12 === false ? 'h23' : 'h12';
}

const words = { language: staffLanguage, today: 'Today', yesterday: 'Yesterday' };

/** Day and time of a moment (ISO 8601), as the transcript has them: "Today, 6:26 AM". `now` is milliseconds since 1970. */
export const dayAndTime = (at: string, now: number): string =>
  `${dayText(at, words, now)}, ${timeText(at, words)}`;

/** Says since when a visitor (ISO 8601) has had no connection. `now` is milliseconds since 1970. */
export const goneText = (goneSince: string, now: number): string =>
  `Visitor left ${durationText(now - Date.parse(goneSince), 'long')} ago`;

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time in milliseconds, in the largest unit that fits: "45s", "3m"; in words with `long`: "3 minutes". */
export function durationText(milliseconds: number, unitDisplay: 'narrow' | 'long' = 'narrow'): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? units[units.length - 1]!;
  const count = Math.floor(seconds / size);
  try {
    const options = { style: 'unit', unit, unitDisplay } as object;
    return new Intl.NumberFormat(staffLanguage, options).format(count);
  } catch {
    // Safari knows units since 14.1.
    return unitDisplay === 'narrow' ? `${count}${unit[0]!}` : `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
}
