import { languages } from '../../../../shared/languages.js';
import { colourNames } from './colour-texts.js';
import { visitorTextFields } from './visitor-text-fields.js';

/** The name of each member of a widget on the pages, by its pointer. */
export const memberNames: Record<string, string> = {
  '/name': 'Name',
  '/flowId': 'Contact flow',
  '/language': 'Language',
  '/domains': 'Websites',
  '/features/attachments': 'Files',
  '/features/composer': 'Message box',
  '/features/confirmEnd': 'Confirm before ending a chat',
  '/features/names': 'Names above messages',
  '/features/emoji': 'Emoji',
  '/features/longMessages': 'Long messages',
  '/features/sound': 'Sound',
  '/features/queuePosition': 'Place in line',
  '/features/transcript': 'Transcript download',
  '/features/unreadInTitle': 'Unread count in the page title',
  '/startOn': 'Start of the chat',
  '/preChat': 'Pre-chat questions',
  '/away/whenClosed': 'Outside opening hours',
  '/away/whenNobodyAvailable': 'When no agent is available',
  '/away/queueId': 'Queue for messages',
  '/survey/kind': 'Rating',
  '/survey/question': 'Rating question',
  '/survey/comment': 'Rating comment',
  '/security/required': 'Security',
  '/texts/title': 'Title',
  '/texts/welcome': 'Welcome message',
  '/texts/launcher': 'Launcher name for screen readers',
  '/theme/brand': 'Brand colour',
  '/theme/font': 'Typeface',
  '/theme/logoUrl': 'Logo',
  '/theme/launcherPosition': 'Launcher position',
  '/theme/launcherSize': 'Launcher size',
  '/theme/launcherLabel': 'Launcher label',
  '/theme/launcherOffsetX': 'Distance from the side',
  '/theme/launcherOffsetY': 'Distance from the bottom',
  '/theme/colorScheme': 'Light or dark',
  ...colourNames,
};

const names = new Map(Object.entries(memberNames));
const labelPointer = '/texts/labels/';
const languagePointer = '/texts/byLanguage/';

/** Returns the name of a member; its pointer if it has none. */
export function memberName(pointer: string): string {
  const [, list, index] = pointer.split('/');
  if (list === 'domains' && index !== undefined) return `Website ${Number(index) + 1}`;
  if (list === 'preChat' && index !== undefined) return `Question ${Number(index) + 1}`;
  if (pointer.startsWith(languagePointer)) return languageText(pointer);
  if (pointer.startsWith(labelPointer)) return `Text "${pointer.slice(labelPointer.length)}"`;
  return names.get(pointer) ?? pointer;
}

/** `/texts/byLanguage/de/title` is "Title (Deutsch)", the whole language "Texts (Deutsch)". */
function languageText(pointer: string): string {
  const [tag, name] = pointer.slice(languagePointer.length).split('/');
  const text = visitorTextFields.find((field) => field.name === name)?.label ?? 'Texts';
  return `${text} (${languages.find((language) => language.tag === tag)?.name ?? tag})`;
}

const choices: Record<string, Record<string, string>> = {
  '/survey/kind': { OFF: 'Off', STARS: 'Stars', THUMBS: 'Thumbs' },
  '/away/whenClosed': { CHAT: 'Start a chat', LEAVE_MESSAGE: 'Leave a message' },
  '/away/whenNobodyAvailable': { CHAT: 'Start a chat', LEAVE_MESSAGE: 'Leave a message' },
  '/theme/colorScheme': { auto: 'Match the device', light: 'Always light', dark: 'Always dark' },
  '/theme/launcherPosition': { right: 'Bottom right', left: 'Bottom left' },
};
const choicesBy = new Map(
  Object.entries(choices).map(([pointer, texts]) => [pointer, new Map(Object.entries(texts))]),
);

/** Formats the value of a member. */
export function memberText(value: unknown, pointer = ''): string {
  if (Array.isArray(value)) return value.map(listedText).join(', ') || 'None';
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (value === undefined || value === '') return 'None';
  if (typeof value === 'string') return choicesBy.get(pointer)?.get(value) ?? value;
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(String).join(', ') || 'None';
  return JSON.stringify(value);
}

/** Shows a question by its label. */
const listedText = (each: unknown): string =>
  typeof each === 'string' ? each : ((each as { label?: string }).label ?? JSON.stringify(each));
