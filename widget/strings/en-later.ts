import { en, type Strings } from './en.js';

/**
 * The English texts of features that are loaded after the open chat: forms, files, menu, survey, interactive
 * messages.
 */
const later: Partial<Strings> = {
  dismiss: 'Dismiss',
  copyTranscript: 'Copy transcript',
  copied: 'Copied',
  soundOff: 'Turn sound off',
  soundOn: 'Turn sound on',
  previous: 'Previous',
  next: 'Next',
  chosen: 'Selected',
  cardOf: '{number} of {count}',
  dropFiles: 'Drop files here to send them',
  uploading: 'Sending {name}',
  download: 'Download {name}',
  macros: 'Contains macros',
  enlarge: 'Enlarge {name}',
  fileTooLarge: '{name} is too large. The limit is {size}.',
  fileRefused: 'Files like {name} can’t be sent.',
  fileNotRead: 'The file couldn’t be read. Try again in a moment.',
  tooManyFiles: 'You can send up to {count} files at a time.',
  startChat: 'Start chat',
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

// All elements share this object, so they see the added texts.
Object.assign(en, later);
