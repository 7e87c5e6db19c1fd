import type { LabelName } from '../../shared/label-names.js';

/** The texts of one language. */
export type Strings = Record<LabelName, string> & {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
};

/**
 * Every English text of the widget that is not a website's own. Names in braces are replaced by values. `|` separates
 * the singular form from the plural; other numbers are separated from words. These are the texts of an open chat;
 * `en-later.ts` adds the others when their features are loaded.
 */
export const en = {
  language: 'en',
  direction: 'ltr',

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
  charactersLeft: '1 character left|{count} characters left',
  charactersOver: '1 character over the limit|{count} characters over the limit',
  connecting: 'Connecting…',
  offline: 'You’re offline.',
  reconnecting: 'Connection lost. Reconnecting…',
  reconnectingIn: 'Connection lost. Reconnecting in {count} s.',
  busy: 'We are very busy. Trying again …',
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
  notTaken: 'Something went wrong.',
  notStarted: 'The chat couldn’t be started.',
  notContinued: 'This chat can’t be continued.',
  you: 'You',
  automatic: 'Automatic message',
  isTyping: '{name} is typing…',
  queuePosition: 'You’re number {count} in line',
  queueNext: 'You’re next in line',
  queueWait: 'about {count} min',
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
  attach: 'Attach files',
} as Strings;
