import { parseRegisteredDomain } from '../../../../shared/registered-domain.js';

/** What to say beside a website's address while it is typed. */
export interface DomainAdvice {
  /** What is wrong with it; empty when nothing is. */
  error: string;
  /** What is right, and worth a look. */
  note: string;
  /** The address that may be meant instead. */
  suggestion?: string;
}

const fine: DomainAdvice = { error: '', note: '' };

/** Advice upon `domains[index]`, which may be unfinished. An empty one is not there yet: nothing is wrong with it. */
export function adviseOnDomain(domains: readonly string[], index: number): DomainAdvice {
  const text = domains[index]!.trim();
  if (text === '') return fine;
  const parsed = parseRegisteredDomain(text);
  if (!parsed.ok) {
    const { reason, suggestion } = parsed;
    return { error: reason, note: '', ...(suggestion !== undefined && { suggestion }) };
  }
  const isSame = (other: string, at: number): boolean => {
    const earlier = at < index && parseRegisteredDomain(other.trim());
    return Boolean(earlier && earlier.ok && earlier.domain === parsed.domain);
  };
  if (domains.some(isSame)) return { error: 'This website is already in the list.', note: '' };
  // Letters that look alike are told apart by what browsers write instead.
  if (/(^|[./])xn--/.test(parsed.domain))
    return { error: '', note: `Browsers write this as ${parsed.domain}. Is it the website you mean?` };
  return parsed.domain === text ? fine : { error: '', note: `Will be saved as ${parsed.domain}` };
}
