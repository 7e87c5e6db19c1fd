import type { ClassicLevel } from 'classic-level';
import { contactKeys as keys } from './contact-keys.js';
import { damaged } from '../database-failure.js';
import { unseal } from '../sealed-record.js';

/** The number of commits in a database; 0 for releases that didn't count them. */
export async function readCommits(db: ClassicLevel): Promise<number> {
  const value = await db.get(keys.commits);
  if (value === undefined) return 0;
  const json = unseal(keys.commits, value);
  if (json === null) throw damaged(db.location, 'its count of commits is altered');
  return Number(json);
}
