import type { VisitorTextName } from '../../../../shared/visitor-texts/visitor-texts.js';

/** The field of a text for visitors. */
export interface VisitorTextField {
  name: VisitorTextName;
  label: string;
  hint?: string;
  rows: number;
}

/** Every text for visitors, in the order in which visitors see them. */
export const visitorTextFields: readonly VisitorTextField[] = [
  { name: 'title', label: 'Title', rows: 1 },
  { name: 'launcher', label: 'Launcher', hint: 'Read out by screen readers.', rows: 1 },
  { name: 'welcome', label: 'Welcome', hint: 'Shown before the visitor writes.', rows: 2 },
  { name: 'greeting', label: 'Greeting', hint: 'Sent when the chat starts.', rows: 2 },
  { name: 'connecting', label: 'Looking for an agent', rows: 2 },
  {
    name: 'requeued',
    label: 'Looking for another agent',
    hint: 'Sent when an agent leaves and the chat goes back to the queue.',
    rows: 2,
  },
  {
    name: 'transferred',
    label: 'Chat transferred',
    hint: 'Sent when an agent transfers the chat to a queue or to another agent.',
    rows: 2,
  },
  { name: 'nobodyAvailable', label: 'No agents available', rows: 2 },
  { name: 'apology', label: 'Something went wrong', rows: 2 },
  {
    name: 'idleWarning',
    label: 'Are you still there?',
    hint: 'Sent if the visitor is silent for the queue’s idle time. {minutes} is the time until the chat ends.',
    rows: 2,
  },
  { name: 'idleEnd', label: 'Ended after silence', rows: 2 },
];
