/**
 * An address that may stand in a link, or undefined. A visitor's page is what the visitor's browser says it is: a
 * `javascript:` or `data:` address would run with the agent's rights.
 */
export function toSafeLink(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
