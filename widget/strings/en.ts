import type { LabelName } from '../../shared/label-names.js';

/** The texts of one language. */
export type Strings = Record<LabelName, string> & {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
};

/**
 * Every text of the widget that is not a website's own, in English. What stands in braces is filled in. Numbers stand
 * apart from words, so that no language needs another form of a word for each of them.
 */
export const en: Strings = {
  language: 'en',
  direction: 'ltr',

  startChat: 'Start chat',
  closeChat: 'Close',
  newMessages: 'New messages: {count}',
  jumpToNewest: 'New messages',
  minimise: 'Minimise',
  more: 'More',
  cancel: 'Cancel',

  messages: 'Messages',
  message: 'Message',
  placeholder: 'Type a message',
  send: 'Send',
  emoji: 'Emoji',
  charactersLeft: 'Characters left: {count}',
  charactersOver: 'Characters too many: {count}',

  connecting: 'Connecting …',
  offline: 'You are offline.',
  reconnecting: 'Connection lost. Reconnecting …',
  reconnectingIn: 'Connection lost. Next attempt in {count} s.',
  keptOffline: 'What you write is kept, and sent when the connection is back.',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  remove: 'Remove',

  waiting: 'Waiting …',
  sending: 'Sending …',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: 'Not sent. {reason}',
  tooLong: 'It is too long.',
  notTaken: 'The service did not take it.',
  notStarted: 'The chat could not be started. Try again in a little while.',
  notContinued: 'This chat can’t be continued.',

  you: 'You',
  automatic: 'Automatic message',
  isTyping: '{name} is typing …',
  joined: '{name} has joined the chat',
  left: '{name} has left the chat',
  ended: 'The chat has ended',
  today: 'Today',
  yesterday: 'Yesterday',
  earlierMessages: 'Earlier messages',
  newChat: 'New chat',

  endChat: 'End chat',
  endQuestion: 'End this chat?',
  saveTranscript: 'Save transcript',
  copyTranscript: 'Copy transcript',
  copied: 'Copied',
  soundOff: 'Turn sound off',
  soundOn: 'Turn sound on',
  previous: 'Previous',
  next: 'Next',
  chosen: 'Chosen',
  cardOf: '{number} of {count}',

  attach: 'Attach files',
  dropFiles: 'Drop files here to send them',
  uploading: 'Sending {name}',
  download: 'Download {name}',
  fileTooLarge: '{name} is larger than {size}.',
  fileRefused: 'Files like {name} can’t be sent.',
  fileNotRead: 'The file could not be read. Try again in a little while.',
  tooManyFiles: 'Files at a time: {count}',

  optional: 'optional',
  fillIn: 'Please fill this in.',
  chooseOne: 'Please choose one.',
  agree: 'Please tick this box to go on.',
  emailInvalid: 'Please write an e-mail address such as name@example.com.',
  phoneInvalid: 'Please write a phone number such as +1 555 0100.',
  readMore: 'Read more',

  rateQuestion: 'How was this chat?',
  ratePoints: '{count} of 5',
  good: 'Good',
  bad: 'Not good',
  comment: 'Anything you’d like to add?',
  sendRating: 'Send',
  ratingThanks: 'Thank you for telling us.',

  leaveMessage:
    'Nobody is here right now. Leave a message: it is kept, and answered as soon as someone is back.',
  closedNow: 'We are closed right now. Leave a message: it is kept, and answered when we are open again.',
  name: 'Name',
  email: 'E-mail',
  yourMessage: 'Your message',
  messageLeft: 'Your message is kept. The answer comes here.',
};
