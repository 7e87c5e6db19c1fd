import { limits } from '../../../../shared/limits.js';
import { parseRegisteredDomain } from '../../../../shared/registered-domain.js';

/** The list of websites after several were pasted into a row. */
export interface AddedDomains {
  domains: string[];
  /** The outcome, in a sentence. */
  news: string;
}

/** Splits a pasted text into addresses, at white space, commas and semicolons. */
export const splitDomains = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/**
 * Replaces the row at `index` with several pasted addresses. It leaves out duplicates and those beyond the limit, and
 * says so in `news`.
 */
export function addDomains(
  domains: readonly string[],
  index: number,
  pasted: readonly string[],
): AddedDomains {
  const others = domains.filter((_domain, at) => at !== index);
  const known = new Set(others.map(toKey));
  const fresh = pasted.filter((each) => {
    const isNew = !known.has(toKey(each));
    known.add(toKey(each));
    return isNew;
  });
  const fitting = fresh.slice(0, limits.domains - others.length);
  const result = [...others.slice(0, index), ...fitting, ...others.slice(index)];
  return {
    domains: result,
    news: describeOutcome(fitting.length, pasted.length - fresh.length, fresh.slice(fitting.length)),
  };
}

/** Returns the same key for different spellings of a website. */
function toKey(text: string): string {
  const parsed = parseRegisteredDomain(text.trim());
  return parsed.ok ? parsed.domain : text.trim();
}

function describeOutcome(added: number, known: number, left: readonly string[]): string {
  const parts = [`${countOf(added)} added`];
  if (known > 0) parts.push(`${known} already in the list`);
  const news = `${parts.join(', ')}.`;
  if (left.length === 0) return news;
  return `${news} You can add up to ${limits.domains}. Not added: ${left.join(', ')}.`;
}

const countOf = (count: number): string => (count === 1 ? '1 website' : `${count} websites`);
