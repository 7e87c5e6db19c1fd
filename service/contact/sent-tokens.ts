/**
 * The numbers of sent messages by participant and client token, so that no participant can reuse another's token.
 * `evolve` adds to it in place.
 */
export type SentTokens = Map<string, Map<string, number>>;

/** The number of a participant's client token; undefined if it is new. */
export const sentAs = (sent: SentTokens, participantId: string, clientToken: string): number | undefined =>
  sent.get(participantId)?.get(clientToken);

export function noteSent(sent: SentTokens, participantId: string, clientToken: string, seq: number): void {
  const own = sent.get(participantId);
  if (own) own.set(clientToken, seq);
  else sent.set(participantId, new Map([[clientToken, seq]]));
}
