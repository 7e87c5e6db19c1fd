import { parse } from 'tldts';

/**
 * The suffix under which strangers register names, where `*.` of a registered domain stands before the whole of it:
 * `https://*.co.uk` would let every website of that suffix in. Suffixes of registries (`co.uk`) and of companies
 * (`github.io`) count alike (Public Suffix List, both parts). Null for any other domain.
 */
export function sharedSuffixOf(domain: string): string | null {
  const host = /^https?:\/\/\*\.([^:/]+)/.exec(domain)?.[1];
  if (host === undefined) return null;
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return (isIcann || isPrivate) && publicSuffix === host ? host : null;
}
