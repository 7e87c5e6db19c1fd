/** The longest text of an IPv6 address, including a zone. Longer texts aren't addresses. */
const keyCharactersAtMost = 64;
const looksLikeIpV6 = /^[\da-f]{0,4}:[\da-f:.]+(%\S*)?$/i;

/**
 * The key under which limits count a client address. An IPv4 address has its own key, also if it is written
 * as IPv6 (`::ffff:192.0.2.1`). An IPv6 address counts by its /64: a subscriber has at least that many
 * addresses (RFC 6177 §2), and could otherwise pass every limit by changing them. Text that isn't an address
 * is its own key; a client without an address (on a Unix socket) has the empty key.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return '';
  const groups = looksLikeIpV6.test(address) ? groupsOf(address.split('%')[0]!.toLowerCase()) : [];
  if (groups.length !== 8) return address.slice(0, keyCharactersAtMost);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight 16-bit groups of an IPv6 address (RFC 4291 §2.2). */
function groupsOf(address: string): number[] {
  const [head = '', tail] = withoutDots(address).split('::');
  const first = numbersOf(head);
  if (tail === undefined) return first;
  const last = numbersOf(tail);
  const missing = Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<number>(missing).fill(0), ...last];
}

const numbersOf = (part: string): number[] =>
  part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));

/** Replaces a dotted end (`::ffff:192.0.2.1`) by two groups. */
function withoutDots(address: string): string {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (!dotted) return address;
  const [a, b, c, d] = dotted.slice(1).map(Number) as [number, number, number, number];
  const groups = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16));
  return address.slice(0, dotted.index) + groups.join(':');
}
