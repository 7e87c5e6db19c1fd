import { Type, type Static } from 'typebox';
import { AuditEntrySchema, type AuditEntry } from '../../shared/audit-entry.js';
import { limits } from '../../shared/limits.js';
import type { Collection, Versioned } from '../backend/configuration.js';
import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';

/** A part of the log. Parts are numbered, so that the oldest ones can be dropped. */
export const AuditPartSchema = Type.Object(
  { entries: Type.Array(AuditEntrySchema) },
  { additionalProperties: false },
);
export type AuditPart = Static<typeof AuditPartSchema>;

/** What was done; the log adds its number and the time. */
export type AuditFacts = Omit<AuditEntry, 'seq' | 'at'>;

/**
 * The actions of staff, in the configuration's store, so that both backends have it and backups contain it. It keeps the
 * latest `limits.auditEntries`, for `limits.auditDays`.
 */
export interface AuditLog {
  /** Resolves when the entry is durable. */
  append(facts: AuditFacts): Promise<void>;
  /** Up to `limit` entries before a number, newest first. */
  list(query: { before?: number | undefined; limit: number }): Promise<AuditEntry[]>;
}

/** Entries of a part: every entry writes its part again. */
export const partSize = 100;
/** Attempts of an entry if other processes write at the same time. */
const attempts = 500;

type Part = Versioned<AuditPart>;

export function createAuditLog({
  store,
  clock,
}: {
  store: Collection<AuditPart>;
  clock: Pick<Clock, 'now'>;
}): AuditLog {
  /** Entries of this process wait for each other, instead of conflicting. */
  let previous: Promise<void> = Promise.resolve();

  async function write(facts: AuditFacts): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const last = await lastPart();
      const entries = last?.value.entries ?? [];
      const at = new Date(clock.now()).toISOString();
      const entry = { seq: (entries.at(-1)?.seq ?? 0) + 1, at, ...facts };
      const isFull = !last || entries.length >= partSize;
      const put = isFull
        ? await store.put(partId(partNumber(last) + 1), { entries: [entry] }, 0)
        : await store.put(last.id, { entries: [...entries, entry] }, last.version);
      if (!put.ok) continue;
      if (isFull) await dropOld();
      return;
    }
    throw new ServiceError('TEMPORARILY_UNAVAILABLE');
  }

  async function lastPart(): Promise<Part | undefined> {
    const known = (await store.list()).at(-1);
    // Another process may have written to it, or begun the next one.
    const next = await store.latest(partId(partNumber(known) + 1));
    return next ?? ((known && (await store.latest(known.id))) || undefined);
  }

  async function dropOld(): Promise<void> {
    const oldest = new Date(clock.now() - limits.auditDays * 86_400_000).toISOString();
    const parts = await store.list();
    const isOld = ({ value }: Part, index: number): boolean =>
      index < parts.length - limits.auditEntries / partSize || (value.entries.at(-1)?.at ?? '') < oldest;
    // The last part goes on, however old it is.
    for (const part of parts.slice(0, -1).filter(isOld)) await store.delete(part.id);
  }

  return {
    append(facts) {
      const written = previous.then(() => write(facts));
      previous = written.catch(() => undefined);
      return written;
    },
    async list({ before = Infinity, limit }) {
      const all = (await store.list()).flatMap(({ value }) => value.entries);
      return all
        .filter(({ seq }) => seq < before)
        .slice(-limit)
        .reverse();
    },
  };
}

/** Ids are sorted as text. */
const partId = (number: number): string => `part-${String(number).padStart(8, '0')}`;
const partNumber = (part: Part | undefined): number => Number(part?.id.slice('part-'.length) ?? 0);
