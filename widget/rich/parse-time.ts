const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):?(\d\d))?$/;

/**
 * Parses an ISO 8601 time to milliseconds since 1970, or null. `offset` is the time zone in minutes of a time without
 * one. `Date` differs between browsers (`+0000`, no zone).
 */
export function parseTime(text: string, offset: number): number | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second = 0, zoneHours, zoneMinutes] = [1, 2, 3, 4, 5, 6, 9, 10].map(
    (group) => (found[group] === undefined ? undefined : Number(found[group])),
  ) as [number, number, number, number, number, number | undefined, number | undefined, number | undefined];
  const written = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // `Date` would read the 31st of February as a day in March.
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day || hour > 23 || minute > 59)
    return null;
  const ownOffset = ((zoneHours ?? 0) * 60 + (zoneMinutes ?? 0)) * (found[8] === '-' ? -1 : 1);
  const minutes = found[7] || found[8] ? ownOffset : offset;
  return written.getTime() - minutes * 60_000;
}
