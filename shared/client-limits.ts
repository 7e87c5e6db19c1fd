// The limits that browsers check too. They are separate from the others, each as its own constant, so that a
// visitor's page loads only those that it needs. The service reads them as members of `limits`.

/** Characters of a `text/plain` or `text/markdown` message (Amazon Connect's default quota). */
export const messageCharacters = 1024;
/** Bytes (UTF-8) of such a message if the widget allows long ones (`features.longMessages`). */
export const longMessageBytes = 16_384;
/** Bytes of an interactive message's JSON (Amazon Connect: less than 20 KB). */
export const interactiveBytes = 20_000;
/** Characters of the display name of a customer or an agent. */
export const displayNameCharacters = 256;
/** Characters of an answer to a pre-chat question. */
export const answerCharacters = 1024;
/** Bytes of one attachment (Amazon Connect's quota for chats). */
export const attachmentBytes = 20 * 1024 * 1024;
/** Simultaneous uploads of one participant. */
export const uploads = 5;
