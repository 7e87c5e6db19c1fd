/**
 * The keys of the embedded log's records. LevelDB sorts keys as bytes, so numbers have a fixed width. `~`
 * sorts after every character of an id and ends a range.
 */
const seqWidth = 10;
const timeWidth = 15;
const padded = (value: number, width: number): string => String(value).padStart(width, '0');

export const contactKeys = {
  entry: (contactId: string, seq: number): string => `e!${contactId}!${padded(seq, seqWidth)}`,
  entryContact: (key: string): string => key.slice(2, -seqWidth - 1),
  entrySeq: (key: string): number => Number(key.slice(-seqWidth)),
  isEntry: (key: string): boolean => key.startsWith('e!'),
  entriesEnd: (contactId: string): string => `e!${contactId}!~`,
  summary: (contactId: string): string => `s!${contactId}`,
  summaryContact: (key: string): string => key.slice(2),
  isSummary: (key: string): boolean => key.startsWith('s!'),
  /** A number that the contact's log has reached, which reveals a missing end. */
  mark: (contactId: string): string => `h!${contactId}`,
  markContact: (key: string): string => key.slice(2),
  isMark: (key: string): boolean => key.startsWith('h!'),
  /** By start time, oldest first. Lists read it backwards. */
  started: (startedAt: number, contactId: string): string => `t!${padded(startedAt, timeWidth)}!${contactId}`,
  startedFrom: 't!',
  startedEnd: 't!~',
  startedAt: (key: string): number => Number(key.slice(2, 2 + timeWidth)),
  startedId: (key: string): string => key.slice(2 + timeWidth + 1),
  active: (contactId: string): string => `a!${contactId}`,
  activeFrom: 'a!',
  activeEnd: 'a!~',
  activeId: (key: string): string => key.slice(2),
  /** An erased contact whose bytes are still in the database's files; the value is its last number. */
  erased: (contactId: string): string => `x!${contactId}`,
  erasedFrom: 'x!',
  erasedEnd: 'x!~',
  erasedId: (key: string): string => key.slice(2),
  isErased: (key: string): boolean => key.startsWith('x!'),
  /** A contact that a commit changed, until the contact index has it. */
  changed: (commit: number, contactId: string): string => `i!${padded(commit, timeWidth)}!${contactId}`,
  changedFrom: 'i!',
  changedEnd: 'i!~',
  changedCommit: (key: string): number => Number(key.slice(2, 2 + timeWidth)),
  changedId: (key: string): string => key.slice(2 + timeWidth + 1),
  isChanged: (key: string): boolean => key.startsWith('i!'),
  /** The number of commits. */
  commits: 'n!',
  /** Sorts after every key. */
  end: '~',
  /** Written by health checks. */
  check: 'c!',
};
