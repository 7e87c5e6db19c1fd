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
};
