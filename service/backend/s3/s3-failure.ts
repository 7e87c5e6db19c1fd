/** An answer of the store that refuses a request; the message names the place, and what the store said. */
export class S3Failure extends Error {
  readonly status: number;

  constructor(place: string, status: number, said: string) {
    const code = memberOf(said, 'Code') ?? 'without a code';
    const message = memberOf(said, 'Message');
    super(`${place}: the store answered ${status} ${code}${message ? ` (${message})` : ''}`);
    this.status = status;
  }
}

/** Whether the same request may succeed a moment later. */
export const mayPass = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/** The text of the first element of this name; null if there is none. */
export function memberOf(xml: string, name: string): string | null {
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  return text === undefined ? null : unescaped(text);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
