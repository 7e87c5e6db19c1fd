import type { ContactSummary } from '../../../contact/contact-summary.js';
import type { ChangedContact, Changes } from '../../changes.js';
import type { Database } from '../database/database.js';
import { lastNumbers } from './append-statement.js';
import { activeSummaries, changedSummaries } from './log-statements.js';

interface Row {
  mark: string;
  summary: string | null;
  lastSeq: number;
}

/**
 * What other processes appended. A mark is the oldest transaction that was under way: what is younger may have been missed
 * and comes again.
 */
export function createChanges(database: Database): Changes {
  return {
    async lastNumbers(contactIds) {
      if (contactIds.length === 0) return [];
      const rows = await database.query<{ seq: number }>(lastNumbers, [contactIds]);
      return rows.map(({ seq }) => seq);
    },
    async summaries(mark) {
      const rows =
        mark === null
          ? await database.query<Row>(activeSummaries)
          : await database.query<Row>(changedSummaries, [mark]);
      const changed = rows.flatMap(({ summary, lastSeq }): ChangedContact[] =>
        summary === null ? [] : [{ summary: JSON.parse(summary) as ContactSummary, lastSeq }],
      );
      return { changed, mark: rows[0]!.mark };
    },
  };
}
