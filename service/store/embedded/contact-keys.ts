/**
 * Where the embedded log keeps what. LevelDB sorts keys as bytes, so numbers have a fixed width; `~` comes after every
 * character of an id and ends a range.
 */
const seqWidth = 10;
const timeWidth = 15;
const padded = (value: number, width: number): string => String(value).padStart(width, '0');

export const contactKeys = {
  entry: (contactId: string, seq: number): string => `e!${contactId}!${padded(seq, seqWidth)}`,
  entryContact: (key: string): string => key.slice(2, -seqWidth - 1),
  entriesEnd: (contactId: string): string => `e!${contactId}!~`,
  summary: (contactId: string): string => `s!${contactId}`,
  /** By start time, oldest first; read backwards. */
  started: (startedAt: number, contactId: string): string => `t!${padded(startedAt, timeWidth)}!${contactId}`,
  startedFrom: 't!',
  startedEnd: 't!~',
  startedId: (key: string): string => key.slice(2 + timeWidth + 1),
  active: (contactId: string): string => `a!${contactId}`,
  activeFrom: 'a!',
  activeEnd: 'a!~',
  activeId: (key: string): string => key.slice(2),
  /** Written by health checks. */
  check: 'c!',
};
