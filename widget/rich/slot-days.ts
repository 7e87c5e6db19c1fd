import type { TimeSlot } from './parse-interactive.js';

/** The times of one day, as its reader's clock and calendar have them. */
export interface SlotDay {
  label: string;
  slots: { slot: TimeSlot; label: string }[];
}

/**
 * Times in order, by day; the words are those of `language` (BCP 47), or the browser's where it does not know that one.
 * `timeZone` is an IANA name; without one it is the reader's own.
 */
export function slotDays(slots: readonly TimeSlot[], language: string, timeZone?: string): SlotDay[] {
  const day = formatter(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const time = formatter(language, { hour: 'numeric', minute: '2-digit', timeZone });
  const days: SlotDay[] = [];
  for (const slot of slots) {
    const label = day.format(slot.start);
    if (days[days.length - 1]?.label !== label) days.push({ label, slots: [] });
    const from = time.format(slot.start);
    const times = slot.end > slot.start ? `${from} – ${time.format(slot.end)}` : from;
    days[days.length - 1]!.slots.push({ slot, label: times });
  }
  return days;
}

/** The name of the time zone in which a time is shown, such as "Central European Time". */
export function timeZoneName({ start }: TimeSlot, language: string, timeZone?: string): string {
  const parts = formatter(language, { timeZoneName: 'long', timeZone }).formatToParts(start);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
