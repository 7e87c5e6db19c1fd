import type { VisitorTexts } from './visitor-texts.js';

export const en: VisitorTexts = {
  title: 'Chat with us',
  welcome: 'Hi! How can we help?',
  launcher: 'Start chat',
  greeting: 'Thanks for getting in touch!',
  connecting: 'We’re finding someone for you.',
  requeued: 'We’re connecting you with someone else.',
  transferred: 'We’re transferring you to someone who can help.',
  nobodyAvailable: 'No one’s available right now. Leave a message and we’ll reply as soon as we’re back.',
  apology: 'Sorry, something went wrong on our side. Please try again later.',
  idleWarning: 'Are you still there? This chat will end in {minutes} minutes if we don’t hear from you.',
  idleEnd:
    'We ended this chat because we didn’t hear from you. You’re welcome to start a new one at any time.',
};
