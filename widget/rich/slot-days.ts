import type { TimeSlot } from './parse-interactive.js';

/** A time slot in the reader's time zone. */
export interface SlotTime {
  slot: TimeSlot;
  time: string;
  /** The end of the slot with its separator; empty if it has no length. */
  until: string;
}
/** The slots of one day in the reader's time zone. */
export interface SlotDay {
  label: string;
  slots: SlotTime[];
}

/**
 * Groups time slots by day. `language` is BCP 47; the browser's if it is not supported. `now` is in milliseconds
 * since 1970: days of another year include the year. `timeZone` is an IANA name; the reader's by default.
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

/** The duration of the slots in words; empty if they differ, or are no whole minutes. */
export function slotLength(slots: readonly TimeSlot[], language: string): string {
  const [length = 0, ...others] = slots.map(({ start, end }) => end - start);
  if (length <= 0 || length % minute || others.some((each) => each !== length)) return '';
  const [count, unit] = length % hour ? [length / minute, 'minute'] : [length / hour, 'hour'];
  try {
    // Safari supports units since 14.1.
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

/** Creates a format in a language, or in the browser's if it is not supported. */
export function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
