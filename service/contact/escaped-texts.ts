import type { Entry, Speaker } from './entry.js';

/** An entry with a text that a participant wrote. */
export type MessageEntry = Extract<Entry, { kind: 'message' }>;

/** The members of a participant as JSON, without braces. */
export interface SpeakerTexts {
  /** As entries name them. */
  readonly stored: string;
  /** As items name them. */
  readonly shown: string;
}

/** Where the texts are kept. A symbol, because JSON and comparisons leave it out. */
const texts = Symbol('texts');

/**
 * The content of a message as JSON. It is escaped once: the stored entry and the item that everybody is shown share the
 * text.
 */
export function escapedContent(entry: MessageEntry & { [texts]?: string }): string {
  return (entry[texts] ??= JSON.stringify(entry.content));
}

/** The members of a participant as JSON, for all entries that share this object (`speakerOf`). */
export function speakerTexts(who: Speaker & { [texts]?: SpeakerTexts }): SpeakerTexts {
  return (who[texts] ??= toTexts(who));
}

function toTexts({ participantId, role, displayName }: Speaker): SpeakerTexts {
  const [id, kind, name] = [participantId, role, displayName].map((text) => JSON.stringify(text));
  return {
    stored: `"participantId":${id},"role":${kind},"displayName":${name}`,
    shown: `"participantId":${id},"participantRole":${kind},"displayName":${name}`,
  };
}
