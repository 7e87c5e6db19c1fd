/** Content types of Amazon Connect that a transcript may hold (Participant Service, `Item.ContentType`). */
export const contentTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  /** A list to choose from, times, a panel …: JSON, said by agents and bots. */
  interactive: 'application/vnd.amazonaws.connect.message.interactive',
  /** What a customer chose, where a text would not say it: JSON. */
  interactiveResponse: 'application/vnd.amazonaws.connect.message.interactive.response',
  joined: 'application/vnd.amazonaws.connect.event.participant.joined',
  left: 'application/vnd.amazonaws.connect.event.participant.left',
  ended: 'application/vnd.amazonaws.connect.event.chat.ended',
} as const;
