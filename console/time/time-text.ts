import { dayText, timeText } from '../../widget/elements/transcript/time-text.js';

/** The language of numbers and dates on staff pages: English, with the 12 or 24 hours of the device. */
export const staffLanguage = `en-u-hc-${hourCycle()}`;

function hourCycle(): string {
  const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return hour12 === false ? 'h23' : 'h12';
}

const words = { language: staffLanguage, today: 'Today', yesterday: 'Yesterday' };

/**
 * Formats the day and time of a moment (ISO 8601) as the transcript does: "Today, 6:26 AM". `now` is in milliseconds
 * since 1970.
 */
export const dayAndTime = (at: string, now: number): string =>
  `${dayText(at, words, now)}, ${timeText(at, words)}`;

/** Formats since when (ISO 8601) a visitor has been disconnected. `now` is in milliseconds since 1970. */
export const goneText = (goneSince: string, now: number): string =>
  `Visitor left ${durationText(now - Date.parse(goneSince), 'long')} ago`;

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * Formats a duration in milliseconds, in the largest unit that fits: "45s", "3m"; in words with `long`: "3 minutes".
 */
export function durationText(milliseconds: number, unitDisplay: 'narrow' | 'long' = 'narrow'): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? units[units.length - 1]!;
  const count = Math.floor(seconds / size);
  try {
    const options = { style: 'unit', unit, unitDisplay } as object;
    return new Intl.NumberFormat(staffLanguage, options).format(count);
  } catch {
    // Safari supports units since version 14.1.
    return unitDisplay === 'narrow' ? `${count}${unit[0]!}` : `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
}
