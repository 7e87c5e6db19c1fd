/** A domain as it was understood, in the one way it is stored; or what is wrong with it, for people. */
export type ParsedDomain = { ok: true; domain: string } | { ok: false; reason: string };

const form = 'A domain is an origin such as https://shop.example or https://*.shop.example';

/**
 * Reads what an administrator registers: `https://host[:port]`, or `https://*.host[:port]` for every subdomain of host.
 * Plain `http` is for this machine only, where no one can listen in: localhost, its subdomains, 127.0.0.1 and [::1]
 * (Secure Contexts §3.1). The host is lower-cased and converted by IDNA, as browsers write it in `Origin` (RFC 6454 §6).
 */
export function parseRegisteredDomain(text: string): ParsedDomain {
  const refuse = (detail: string): ParsedDomain => ({ ok: false, reason: `${form}: ${detail}.` });
  const [, scheme, star, rest] = /^(https?):\/\/(\*\.)?([^/?#@\\\s*]+)\/?$/i.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return refuse(complaintOf(text));
  const url = parse(`${scheme}://${rest}`);
  if (!url?.hostname) return refuse('this is no host');
  const isAddress = /^\[|^\d+(\.\d+){3}$/.test(url.hostname);
  if (star && isAddress) return refuse('an address has no subdomains');
  if (url.hostname.endsWith('.')) return refuse('leave out the dot at the end');
  if (star && !url.hostname.includes('.') && url.hostname !== 'localhost')
    return refuse('"*." needs a domain of its own behind it');
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    return refuse('http:// is for localhost only, use https://');
  return { ok: true, domain: `${url.protocol}//${star ?? ''}${url.host}` };
}

/**
 * Whether a request's `Origin` is one of the registered domains: exact on scheme, host and port. No `Origin`, `null`,
 * or anything that isn't written as browsers write it, is none.
 */
export function isOriginAllowed(origin: string | undefined, domains: readonly string[]): boolean {
  if (origin === undefined) return false;
  // Domains are stored as browsers write them. An origin with a star in it would be one that no browser sends.
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

function complaintOf(text: string): string {
  if (!/^https?:\/\//i.test(text)) return 'it begins with https://';
  if (/@/.test(text)) return 'it holds no user name';
  if (/^https?:\/\/(\*\.)?[^/?#\\\s*]+[/?#]/i.test(text)) return 'it has no path';
  if (/\*/.test(text)) return '"*" stands only at the beginning, before a dot';
  return 'this is no host';
}
