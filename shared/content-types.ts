/** Content types of Amazon Connect that a transcript may hold (Participant Service, `Item.ContentType`). */
export const contentTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  joined: 'application/vnd.amazonaws.connect.event.participant.joined',
  left: 'application/vnd.amazonaws.connect.event.participant.left',
  ended: 'application/vnd.amazonaws.connect.event.chat.ended',
} as const;
