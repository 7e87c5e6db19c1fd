import type { TimeSlot } from './parse-interactive.js';

/** One time of a day, as its reader's clock has it. */
export interface SlotTime {
  slot: TimeSlot;
  time: string;
  /** Until when, with what goes before it; empty where it has no length. */
  until: string;
}
/** The times of one day, as its reader's calendar has it. */
export interface SlotDay {
  label: string;
  slots: SlotTime[];
}

/**
 * Times in order, by day; the words are those of `language` (BCP 47), or the browser's where it does not know that one.
 * `now` is milliseconds since 1970: days of another year are named with it. `timeZone` is an IANA name; without one it is
 * the reader's own.
 */
export function slotDays(
  slots: readonly TimeSlot[],
  language: string,
  { now, timeZone }: { now: number; timeZone?: string },
): SlotDay[] {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  const day = formatter(language, words);
  const dayOfYear = formatter(language, { ...words, year: 'numeric' });
  const year = formatter('en', { year: 'numeric', timeZone });
  const clock = formatter(language, { hour: 'numeric', minute: '2-digit', timeZone });
  const days: SlotDay[] = [];
  for (const slot of slots) {
    const { start, end } = slot;
    const label = (year.format(start) === year.format(now) ? day : dayOfYear).format(start);
    if (days[days.length - 1]?.label !== label) days.push({ label, slots: [] });
    const until = end > start ? ` – ${clock.format(end)}` : '';
    days[days.length - 1]!.slots.push({ slot, time: clock.format(start), until });
  }
  return days;
}

const hour = 3_600_000;
const minute = 60_000;

/** How long each of these times is, in words; empty where that differs, or is no whole number of minutes. */
export function slotLength(slots: readonly TimeSlot[], language: string): string {
  const [length = 0, ...others] = slots.map(({ start, end }) => end - start);
  if (length <= 0 || length % minute || others.some((each) => each !== length)) return '';
  const [count, unit] = length % hour ? [length / minute, 'minute'] : [length / hour, 'hour'];
  try {
    // Safari knows units since 14.1.
    const options = { style: 'unit', unit, unitDisplay: 'long' } as object;
    return new Intl.NumberFormat(language || undefined, options).format(count);
  } catch {
    return '';
  }
}

/** The name of the time zone in which a time is shown, such as "Central European Time". */
export function timeZoneName({ start }: TimeSlot, language: string, timeZone?: string): string {
  const parts = formatter(language, { timeZoneName: 'long', timeZone }).formatToParts(start);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A format in a language, or in the browser's where it does not know that one. */
export function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
