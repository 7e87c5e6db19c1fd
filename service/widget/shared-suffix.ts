import { parse } from 'tldts';

/**
 * The public suffix that a wildcard domain covers as a whole: `https://*.co.uk` would admit every website of
 * that suffix. Suffixes of registries (`co.uk`) and of companies (`github.io`) both count (Public Suffix
 * List, both parts). Null for any other domain.
 */
export function sharedSuffixOf(domain: string): string | null {
  const host = /^https?:\/\/\*\.([^:/]+)/.exec(domain)?.[1];
  if (host === undefined) return null;
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return (isIcann || isPrivate) && publicSuffix === host ? host : null;
}
