/**
 * Numbers of what was sent, by participant and client token: nobody can take another participant's token. It grows in
 * place: see `evolve`.
 */
export type SentTokens = Map<string, Map<string, number>>;

/** The number that a participant's client token has; undefined where it was not sent yet. */
export const sentAs = (sent: SentTokens, participantId: string, clientToken: string): number | undefined =>
  sent.get(participantId)?.get(clientToken);

export function noteSent(sent: SentTokens, participantId: string, clientToken: string, seq: number): void {
  const own = sent.get(participantId);
  if (own) own.set(clientToken, seq);
  else sent.set(participantId, new Map([[clientToken, seq]]));
}
