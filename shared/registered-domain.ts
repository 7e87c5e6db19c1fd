/**
 * A domain in its normalized form; or why the text is none, for people, with a suggestion if there is one.
 */
export type ParsedDomain = { ok: true; domain: string } | { ok: false; reason: string; suggestion?: string };

/**
 * Parses a domain that an administrator registers: `https://host[:port]`, or `https://*.host[:port]` for
 * every subdomain of host. Plain `http` is only for this machine: localhost, its subdomains, 127.0.0.1 and
 * [::1] (Secure Contexts §3.1). The host is lower-cased and converted by IDNA, as browsers write it in
 * `Origin` (RFC 6454 §6).
 */
export function parseRegisteredDomain(text: string): ParsedDomain {
  const read = readDomain(text);
  if (typeof read !== 'string') return { ok: true, domain: read.domain };
  const suggestion = suggest(text);
  if (suggestion === undefined) return { ok: false, reason: read };
  return { ok: false, reason: `${read} Did you mean ${suggestion}?`, suggestion };
}

/** The domain, or what is wrong with the text. */
function readDomain(text: string): { domain: string } | string {
  const [, scheme, star, rest] = /^(https?):\/\/(\*\.)?([^/?#@\\\s*]+)\/?$/i.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return complaintOf(text);
  const url = parse(`${scheme}://${rest}`);
  if (!url?.hostname) return noAddress;
  const isAddress = /^\[|^\d+(\.\d+){3}$/.test(url.hostname);
  if (star && isAddress) return 'An IP address has no subdomains: leave out the *.';
  if (url.hostname.endsWith('.')) return 'Leave out the dot at the end.';
  if (star && !url.hostname.includes('.') && url.hostname !== 'localhost')
    return 'Name a domain after the *: https://*.shop.example.';
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    return 'Start with https://. Only localhost works with http://.';
  return { domain: `${url.protocol}//${star ?? ''}${url.host}` };
}

/**
 * Whether a request's `Origin` is one of the registered domains: scheme, host and port match exactly. A
 * missing `Origin`, `null`, or a spelling that browsers don't use never matches.
 */
export function isOriginAllowed(origin: string | undefined, domains: readonly string[]): boolean {
  if (origin === undefined) return false;
  // Domains are stored as browsers spell them. Browsers never send an origin with a star.
  if (domains.includes(origin)) return !origin.includes('*');
  const url = parse(origin);
  if (!url || url.origin !== origin) return false;
  return domains.some((domain) => {
    const [, scheme = '', host = ''] = /^(https?:)\/\/\*\.(.+)$/.exec(domain) ?? [];
    return (
      host !== '' &&
      url.protocol === scheme &&
      url.host.endsWith(`.${host}`) &&
      url.host.length > host.length + 1
    );
  });
}

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '127.0.0.1' ||
  hostname === '[::1]';

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const noAddress = 'That isn’t a valid address.';

function complaintOf(text: string): string {
  if (!/^https?:\/\//i.test(text)) return 'Start with https://.';
  if (/@/.test(text)) return 'Leave out the user name.';
  if (/^https?:\/\/(\*\.)?[^/?#\\\s*]+[/?#]/i.test(text)) return 'Leave out everything after the domain.';
  if (/\*/.test(text)) return 'Use * only at the start: https://*.shop.example.';
  return noAddress;
}

/**
 * The most likely intended domain: the same host as an origin. Undefined if the text has no host with a dot.
 */
function suggest(text: string): string | undefined {
  const [, scheme = 'https', rest = ''] = /^(?:(\w+):)?\/*([^/?#@\\\s]+)/.exec(text.trim()) ?? [];
  const host = rest.replace(/\.$/, '');
  const isLocal = /^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host);
  if (!host.includes('.') && !isLocal) return undefined;
  const read = readDomain(`${isLocal && scheme !== 'https' ? 'http' : 'https'}://${host}`);
  return typeof read === 'string' ? undefined : read.domain;
}
