const safeProtocols = ['https:', 'http:', 'mailto:', 'tel:'];

/**
 * An address that may stand in a link, or undefined. Whoever writes to a chat, and whatever page it was started on, says
 * what it likes: a `javascript:` or `data:` address would run with the rights of the page that shows it.
 */
export function toSafeLink(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address);
    return safeProtocols.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
