/** Content types that a transcript may hold: Amazon Connect's (Participant Service, `Item.ContentType`), and ours. */
export const contentTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  /** A list to choose from, times, a panel …: JSON, said by agents and bots. */
  interactive: 'application/vnd.amazonaws.connect.message.interactive',
  /** What a customer chose, where a text would not say it: JSON. */
  interactiveResponse: 'application/vnd.amazonaws.connect.message.interactive.response',
  joined: 'application/vnd.amazonaws.connect.event.participant.joined',
  left: 'application/vnd.amazonaws.connect.event.participant.left',
  /** The agent has left and the contact waits for another one. Amazon Connect has no such event. */
  requeued: 'application/vnd.connect-chat.event.contact.requeued',
  ended: 'application/vnd.amazonaws.connect.event.chat.ended',
} as const;
