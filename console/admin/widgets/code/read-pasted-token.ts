/** The token found in a pasted text, or why there is none. */
export type PastedToken = { ok: true; token: string } | { ok: false; problem: string };

/** The members of a JSON response that may hold the token. The samples on this page use `data`. */
const members = ['data', 'token'] as const;

/**
 * Finds the token in a pasted text: the token itself, a `Bearer` header, or the whole JSON response of a token
 * endpoint.
 */
export function readPastedToken(text: string): PastedToken {
  const pasted = text.trim();
  if (pasted === '') return refuse('Paste a token first.');
  if (pasted.startsWith('<'))
    return refuse('This is a web page, not a token. Check what your token endpoint answers.');
  const value = parse(pasted);
  if (typeof value === 'string') return found(value);
  if (typeof value === 'object' && value !== null) return inAnswer(value as Record<string, unknown>);
  return found(pasted.replace(/^(authorization:\s*)?bearer\s+/i, ''));
}

function inAnswer(answer: Record<string, unknown>): PastedToken {
  const own = new Map(Object.entries(answer));
  const name = members.find((member) => own.has(member));
  if (name === undefined) return refuse('This JSON has no "data" member. Answer {"data": "<the token>"}.');
  const token = own.get(name);
  if (typeof token !== 'string' || token.trim() === '')
    return refuse(`"${name}" holds no token. Answer {"${name}": "<the token>"}.`);
  return found(token);
}

const found = (token: string): PastedToken => ({ ok: true, token: token.trim() });
const refuse = (problem: string): PastedToken => ({ ok: false, problem });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
