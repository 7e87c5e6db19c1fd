import { limits } from '../../../../shared/limits.js';
import { parseRegisteredDomain } from '../../../../shared/registered-domain.js';

/** The list of websites after several were pasted into one of its rows. */
export interface AddedDomains {
  domains: string[];
  /** What became of the pasted ones, in a sentence. */
  news: string;
}

/** The addresses in a pasted text: separated by white space, commas or semicolons. */
export const splitDomains = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/**
 * Puts several pasted addresses in place of the row at `index`. Those that are in the list already are left out, as are
 * those beyond the most that a widget takes; the sentence says so.
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
    news: say(fitting.length, pasted.length - fresh.length, fresh.slice(fitting.length)),
  };
}

/** Two spellings of one website have one key. */
function toKey(text: string): string {
  const parsed = parseRegisteredDomain(text.trim());
  return parsed.ok ? parsed.domain : text.trim();
}

function say(added: number, known: number, left: readonly string[]): string {
  const parts = [`${countOf(added)} added`];
  if (known > 0) parts.push(`${known} already in the list`);
  const news = `${parts.join(', ')}.`;
  if (left.length === 0) return news;
  return `${news} You can add up to ${limits.domains}. Not added: ${left.join(', ')}.`;
}

const countOf = (count: number): string => (count === 1 ? '1 website' : `${count} websites`);
