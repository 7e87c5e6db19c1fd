/** `$.Attributes.tier`, `$.Attributes['odd name']`, `$.Queue.Name`: a path of names after the dollar sign. */
const reference = /\$((?:\.[A-Za-z0-9_-]+|\['[^']{1,256}'\])+)/g;
const step = /\.([A-Za-z0-9_-]+)|\['([^']+)'\]/g;

/** Replaces every reference in a text by its value; an unknown one becomes an empty text, as in Amazon Connect. */
export function resolveText(text: string, references: Readonly<Record<string, string>>): string {
  return text.replace(reference, (_, path: string) => {
    const name = [...path.matchAll(step)].map(([, plain, quoted]) => plain ?? quoted).join('.');
    return Object.hasOwn(references, name) ? references[name]! : '';
  });
}

/** The same for every text in a value, at any depth. */
export function resolveAll(value: unknown, references: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return resolveText(value, references);
  if (Array.isArray(value)) return value.map((each) => resolveAll(each, references));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, resolveAll(each, references)]),
  );
}
