/** Returns the value at a JSON pointer (RFC 6901); undefined if there is none. */
export function memberAt(target: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], target);
}
