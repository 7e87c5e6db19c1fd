/** Returns an id from a name, in characters of addresses, with a number if it is taken; `fallback` if none are left. */
export function newId(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const id =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || fallback;
  let number = 1;
  const numbered = (): string => (number === 1 ? id : `${id}-${number}`);
  while (taken.includes(numbered())) number += 1;
  return numbered();
}
