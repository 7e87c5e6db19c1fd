/** The common prefix of Amazon Connect's content types of events. The rest is the kind of the log entry. */
export const eventTypePrefix = 'application/vnd.amazonaws.connect.event.';

/**
 * The events in a transcript: the content type of each, by the name of its text in the widget. Log entries,
 * items, label names, the REST API's text and the tests are derived from this table. Everybody in the chat
 * sees the events, except those about invisible participants (`service/contact/roles.ts`).
 */
export const transcriptEvents = {
  joined: `${eventTypePrefix}participant.joined`,
  left: `${eventTypePrefix}participant.left`,
  ended: `${eventTypePrefix}chat.ended`,
} as const;

/** The name of an event. */
export type TranscriptEvent = keyof typeof transcriptEvents;

/** The kind of a log entry that is shown as an event. */
export type TranscriptEventKind =
  (typeof transcriptEvents)[TranscriptEvent] extends `${typeof eventTypePrefix}${infer Kind}` ? Kind : never;

/**
 * The sentence for each event in the REST API's text transcript; `{name}` is the participant's display name.
 */
export const eventSentences: Readonly<Record<TranscriptEvent, string>> = {
  joined: '{name} joined',
  left: '{name} left',
  ended: 'The chat ended',
};
