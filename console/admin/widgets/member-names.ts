/** What each member of a widget is called on the pages, by its pointer. */
export const memberNames: Record<string, string> = {
  '/name': 'Name',
  '/flowId': 'Contact flow',
  '/language': 'Language',
  '/domains': 'Websites',
  '/features/attachments': 'Files',
  '/features/composer': 'Writing',
  '/features/confirmEnd': 'Asking before the end',
  '/features/names': 'Names above messages',
  '/features/emoji': 'Emoji',
  '/features/sound': 'Sound',
  '/features/queuePosition': 'Position in the queue',
  '/features/transcript': 'Keeping the transcript',
  '/features/unreadInTitle': 'Unread messages in the page’s title',
  '/preChat': 'Questions before the chat',
  '/away/whenClosed': 'Out of hours',
  '/away/whenNobodyAvailable': 'While nobody is available',
  '/away/queueId': 'Queue of left messages',
  '/survey/kind': 'Rating after the chat',
  '/survey/question': 'Question after the chat',
  '/survey/comment': 'Comment after the chat',
  '/security/required': 'Tokens required',
  '/texts/title': 'Title',
  '/texts/welcome': 'Welcome text',
  '/texts/launcher': 'Name of the launcher',
  '/theme/font': 'Typeface',
  '/theme/headerColor': 'Header',
  '/theme/headerTextColor': 'Header text',
  '/theme/agentBubbleColor': 'Agent bubble',
  '/theme/agentTextColor': 'Agent text',
  '/theme/customerBubbleColor': 'Customer bubble',
  '/theme/customerTextColor': 'Customer text',
  '/theme/accentColor': 'Accent',
  '/theme/openIcon/backgroundColor': 'Open chat icon background',
  '/theme/openIcon/color': 'Open chat icon',
  '/theme/closeIcon/backgroundColor': 'Minimise chat icon background',
  '/theme/closeIcon/color': 'Minimise chat icon',
  '/theme/logoUrl': 'Logo',
  '/theme/launcherPosition': 'Launcher position',
  '/theme/launcherSize': 'Launcher size',
  '/theme/launcherLabel': 'Launcher label',
  '/theme/launcherOffsetX': 'Launcher distance from the side',
  '/theme/launcherOffsetY': 'Launcher distance from the bottom',
  '/theme/colorScheme': 'Light or dark',
};

/** The name of a member; its pointer where it has none. */
export const memberName = (pointer: string): string =>
  new Map(Object.entries(memberNames)).get(pointer) ??
  (pointer.startsWith(labelPointer) ? `Text "${pointer.slice(labelPointer.length)}"` : pointer);
const labelPointer = '/texts/labels/';

/** A member's value, to be read. */
export function memberText(value: unknown): string {
  if (Array.isArray(value)) return value.map(listedText).join(', ') || 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === undefined || value === '') return 'none';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** A question is known by what it asks. */
const listedText = (each: unknown): string =>
  typeof each === 'string' ? each : ((each as { label?: string }).label ?? JSON.stringify(each));
