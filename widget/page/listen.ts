/** Adds a listener for several events. Returns a function that removes it. */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  types: readonly string[],
  listener: (event: never) => void,
): () => void {
  for (const type of types) target.addEventListener(type, listener as EventListener);
  return () => types.forEach((type) => target.removeEventListener(type, listener as EventListener));
}
