/**
 * The limits that browsers check too, apart from the others so that a visitor's page does not load those. The service
 * reads them as members of `limits`.
 */
export const clientLimits = {
  /** Characters of a `text/plain` or `text/markdown` message (Amazon Connect's default quota). */
  messageCharacters: 1024,
  /** Bytes (UTF-8) of such a message where the widget allows long ones (`features.longMessages`). */
  longMessageBytes: 16_384,
  /** Bytes of an interactive message's JSON (Amazon Connect: less than 20 KB). */
  interactiveBytes: 20_000,
  /** Characters of the display name of a customer or an agent. */
  displayNameCharacters: 256,
  /** Characters of an answer to a pre-chat question. */
  answerCharacters: 1024,
  /** Bytes of one attachment (Amazon Connect's quota for chats). */
  attachmentBytes: 20 * 1024 * 1024,
  /** Simultaneous uploads of one participant. */
  uploads: 5,
} as const;
