/** How Amazon Connect's content types of events begin. The rest is the kind of the log entry that the item shows. */
export const eventTypePrefix = 'application/vnd.amazonaws.connect.event.';

/**
 * The events that a transcript shows: the content type of each, by the name of its text in the widget. Log entries,
 * items, label names, the REST API's text and the tests derive from this table; everybody in the chat sees the events,
 * unless they are about a participant who is invisible (`service/contact/roles.ts`).
 */
export const transcriptEvents = {
  joined: `${eventTypePrefix}participant.joined`,
  left: `${eventTypePrefix}participant.left`,
  ended: `${eventTypePrefix}chat.ended`,
} as const;

/** The name of an event. */
export type TranscriptEvent = keyof typeof transcriptEvents;

/** The kind of the log entry that is shown as an event. */
export type TranscriptEventKind =
  (typeof transcriptEvents)[TranscriptEvent] extends `${typeof eventTypePrefix}${infer Kind}` ? Kind : never;

/** The sentence of each event in the REST API's text transcript; `{name}` is the participant's display name. */
export const eventSentences: Readonly<Record<TranscriptEvent, string>> = {
  joined: '{name} joined',
  left: '{name} left',
  ended: 'The chat ended',
};
