import { transcriptEvents } from './transcript-events.js';

/** The content types of transcript items, as in Amazon Connect's Participant Service (`Item.ContentType`). */
export const contentTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  /** JSON of a list picker, a time picker, a panel and so on. Agents and bots send it. */
  interactive: 'application/vnd.amazonaws.connect.message.interactive',
  /** JSON of a customer's answer to an interactive message, if plain text isn't enough. */
  interactiveResponse: 'application/vnd.amazonaws.connect.message.interactive.response',
  ...transcriptEvents,
} as const;
