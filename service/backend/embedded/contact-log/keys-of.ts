import type { ClassicLevel } from 'classic-level';
import type { ContactSummary } from '../../../contact/contact-summary.js';
import { contactKeys as keys } from './contact-keys.js';
import { unseal } from '../sealed-record.js';

/** The keys of all records of a contact, even if the records can't be read. */
export async function keysOf(db: ClassicLevel, contactId: string): Promise<string[]> {
  const entries = await db.keys({ gt: keys.entry(contactId, 0), lt: keys.entriesEnd(contactId) }).all();
  const others = [keys.summary(contactId), keys.mark(contactId), keys.active(contactId)];
  return [...entries, ...others, ...(await startedKeys(db, contactId))];
}

/**
 * The keys of the record that lists the contact by start time. If the summary can't be read, all such records
 * are searched.
 */
async function startedKeys(db: ClassicLevel, contactId: string): Promise<string[]> {
  const key = keys.summary(contactId);
  const json = unseal(key, (await db.get(key)) ?? '');
  if (json === '') return [];
  if (json !== null) return [keys.started((JSON.parse(json) as ContactSummary).startedAt, contactId)];
  const range = { gt: keys.startedFrom, lt: keys.startedEnd };
  const found: string[] = [];
  for await (const each of db.keys(range)) if (keys.startedId(each) === contactId) found.push(each);
  return found;
}
