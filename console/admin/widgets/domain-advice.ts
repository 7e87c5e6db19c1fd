import { parseRegisteredDomain } from '../../../shared/registered-domain.js';

/** What to say beside a domain while it is typed. */
export interface DomainAdvice {
  /** What is wrong with it; empty when nothing is. */
  error: string;
  /** What is right, and worth a look. */
  note: string;
}

const fine: DomainAdvice = { error: '', note: '' };

/** Advice upon `domains[index]`, which may be unfinished. An empty one is not there yet: nothing is wrong with it. */
export function adviseOnDomain(domains: readonly string[], index: number): DomainAdvice {
  const text = domains[index]!.trim();
  if (text === '') return fine;
  const parsed = parseRegisteredDomain(text);
  if (!parsed.ok) return { error: parsed.reason, note: '' };
  const isSame = (other: string, at: number): boolean => {
    const earlier = at < index && parseRegisteredDomain(other.trim());
    return Boolean(earlier && earlier.ok && earlier.domain === parsed.domain);
  };
  if (domains.some(isSame)) return { error: 'This website is listed already.', note: '' };
  // Letters that look alike are told apart by what browsers write instead.
  if (/(^|[./])xn--/.test(parsed.domain))
    return { error: '', note: `Browsers write this as ${parsed.domain}. Is it the website that you mean?` };
  return parsed.domain === text ? fine : { error: '', note: `Kept as ${parsed.domain}` };
}
