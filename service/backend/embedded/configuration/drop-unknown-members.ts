import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** A value without the members that its schema doesn't know, and the JSON pointers (RFC 6901) of those. */
export interface KnownMembers {
  value: unknown;
  dropped: string[];
}

/** Drops members that the schema doesn't know, at any depth. Doesn't modify the given value. */
export function dropUnknownMembers(schema: TSchema, given: unknown): KnownMembers {
  const value = Value.Clean(schema, structuredClone(given));
  return { value, dropped: missingIn(value, given, '') };
}

/** Pointers of the members that `before` has and `after` lacks. */
function missingIn(after: unknown, before: unknown, pointer: string): string[] {
  if (typeof before !== 'object' || before === null) return [];
  const left = new Map(Object.entries(typeof after === 'object' && after !== null ? after : {}));
  return Object.entries(before).flatMap(([name, value]) => {
    const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return left.has(name) ? missingIn(left.get(name), value, here) : [here];
  });
}
