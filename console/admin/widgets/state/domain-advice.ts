import { parseRegisteredDomain } from '../../../../shared/registered-domain.js';

/** The message beside a website's address while it is typed. */
export interface DomainAdvice {
  /** What is wrong with the address; empty if it is valid. */
  error: string;
  /** A remark about a valid address. */
  note: string;
  /** The address that is probably meant. */
  suggestion?: string;
}

const fine: DomainAdvice = { error: '', note: '' };

/** Checks `domains[index]`. An empty address is not an error: the user has not typed it yet. */
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
  // Shows the Punycode of an address, which tells look-alike letters apart.
  if (/(^|[./])xn--/.test(parsed.domain))
    return { error: '', note: `Browsers write this as ${parsed.domain}. Is it the website you mean?` };
  return parsed.domain === text ? fine : { error: '', note: `Will be saved as ${parsed.domain}` };
}
