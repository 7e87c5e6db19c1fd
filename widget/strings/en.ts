/** Every text of an open chat that is not a website's own. */
export const en = {
  minimise: 'Minimise',
  endChat: 'End chat',
  messages: 'Messages',
  message: 'Message',
  placeholder: 'Type a message',
  send: 'Send',

  jumpToNewest: 'New messages',
  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Reconnecting …',
  keptOffline: 'What you write is kept, and sent when the connection is back.',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  remove: 'Remove',
  waiting: 'Waiting …',
  sending: 'Sending …',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: (reason: string) => `Not sent. ${reason}`,
  you: 'You',
  isTyping: (name: string) => `${name} is typing …`,
  joined: (name: string) => `${name} has joined the chat`,
  left: (name: string) => `${name} has left the chat`,
  ended: 'The chat has ended',
  chosen: 'Chosen',
  previous: 'Previous',
  next: 'Next',
  cardOf: (number: number, count: number) => `${number} of ${count}`,
  startNewChat: 'New chat',
  charactersOver: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`),
  charactersLeft: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
};

/** The texts of one language. */
export type Strings = typeof en;
