const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/**
 * Whether any object in this (valid) JSON text has a name twice. Parsers differ in which of the two they use,
 * so a signed text must not have both (RFC 7519 §4).
 */
export function hasDuplicateNames(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    const names = open.at(-1);
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && names) {
      const name = JSON.parse(text) as string;
      if (names.has(name)) return true;
      names.add(name);
    }
    text = token;
  }
  return false;
}
