// Why: what was begun ends some turns of the event loop later, and nothing tells when. Raise the turns where more has to
// happen one after the other.
/** Resolves after so many turns of the event loop. */
export async function settled(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
