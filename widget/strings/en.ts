import type { LabelName } from '../../shared/label-names.js';

/** The texts of one language. */
export type Strings = Record<LabelName, string> & {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
};

/**
 * Every text of the widget that is not a website's own, in English. What stands in braces is filled in. Where a language
 * needs another form of a word for one, `|` parts the two; otherwise numbers stand apart from words.
 */
export const en: Strings = {
  language: 'en',
  direction: 'ltr',

  startChat: 'Start chat',
  closeChat: 'Close',
  newMessages: 'New messages: {count}',
  jumpToNewest: 'New messages',
  minimise: 'Minimise',
  dismiss: 'Dismiss',
  more: 'More',
  cancel: 'Cancel',

  messages: 'Messages',
  message: 'Message',
  placeholder: 'Type a message',
  send: 'Send',
  emoji: 'Emoji',
  charactersLeft: '1 character left|{count} characters left',
  charactersOver: '1 character over the limit|{count} characters over the limit',

  connecting: 'Connecting…',
  offline: 'You’re offline.',
  reconnecting: 'Connection lost. Reconnecting…',
  reconnectingIn: 'Connection lost. Reconnecting in {count} s.',
  keptOffline: 'Your messages will be sent when you’re back online.',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  remove: 'Remove',

  waiting: 'Waiting…',
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: 'Not sent. {reason}',
  tooLong: 'It’s too long.',
  notTaken: 'Something went wrong on our side.',
  notStarted: 'The chat couldn’t be started. Try again in a moment.',
  notContinued: 'This chat can’t be continued.',

  you: 'You',
  automatic: 'Automatic message',
  isTyping: '{name} is typing…',
  queuePosition: 'You’re number {count} in line',
  queueNext: 'You’re next in line',
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
  chosen: 'Selected',
  cardOf: '{number} of {count}',

  attach: 'Attach files',
  dropFiles: 'Drop files here to send them',
  uploading: 'Sending {name}',
  download: 'Download {name}',
  enlarge: 'Enlarge {name}',
  fileTooLarge: '{name} is too large. The limit is {size}.',
  fileRefused: 'Files like {name} can’t be sent.',
  fileNotRead: 'The file couldn’t be read. Try again in a moment.',
  tooManyFiles: 'You can send up to {count} files at a time.',

  optional: 'optional',
  fillIn: 'Please fill this in.',
  chooseOne: 'Please choose one.',
  agree: 'Please tick this box to continue.',
  emailInvalid: 'Please enter an email address such as name@example.com.',
  phoneInvalid: 'Please enter a phone number such as +1 555 0100.',
  readMore: 'Read more',

  rateQuestion: 'How was this chat?',
  ratePoints: '{count} of 5',
  good: 'Good',
  bad: 'Not good',
  comment: 'Anything you’d like to add?',
  sendRating: 'Send',
  ratingThanks: 'Thanks for your feedback!',

  leaveMessage: 'No one’s available right now. Leave a message and we’ll reply as soon as we’re back.',
  closedNow: 'We’re closed right now. Leave a message and we’ll reply when we reopen.',
  name: 'Name',
  email: 'Email',
  yourMessage: 'Your message',
  messageLeft: 'Thanks, we’ve got your message. We’ll reply here.',
};
