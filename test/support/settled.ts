// Why: some work ends a few turns of the event loop later, and nothing reports its end. Raise the number of
// turns for longer sequences.
/** Resolves after this many turns of the event loop. */
export async function settled(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
