const safeProtocols = ['https:', 'http:', 'mailto:', 'tel:'];

/**
 * An address that may be used in a link; otherwise undefined. Chat participants and websites can supply any
 * address: a `javascript:` or `data:` address would run with the rights of the page that shows it.
 */
export function toSafeLink(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address);
    return safeProtocols.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
