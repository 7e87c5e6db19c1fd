import type { AgentStatus } from '../../../shared/agent-status.js';
import { isOpen, type AgentChat } from './agent-chat.js';
import type { AgentIntent } from './agent-intent.js';
import { nextChat, nextUnread } from './next-chat.js';
import type { Offer } from './offer.js';
import type { DeskKey } from './shortcuts.js';

/** What decides which commands the agent has. */
export interface DeskSituation {
  readonly chats: readonly AgentChat[];
  readonly offers: readonly Offer[];
  readonly status: AgentStatus;
  /** The contact id of the active chat. */
  readonly front: string | undefined;
  readonly isMuted: boolean;
  readonly showsDetails: boolean;
}

/** Something that the agent can do now, by a shortcut, by the palette, or both. */
export interface DeskCommand {
  /** A sentence fragment in the imperative. Without one, the command has a shortcut only. */
  readonly label?: string;
  readonly key?: DeskKey;
  readonly intent: AgentIntent;
}

/** Returns what the agent can do now. */
export const commandsOf = (situation: DeskSituation): DeskCommand[] => [
  ...offerCommands(situation),
  ...chatCommands(situation),
  ...moveCommands(situation),
  ...deskCommands(situation),
];

/** Returns the intent of a shortcut, if there is anything to do. */
export const intentOf = (situation: DeskSituation, key: DeskKey): AgentIntent | undefined =>
  commandsOf(situation).find((command) => command.key === key)?.intent;

function offerCommands({ offers }: DeskSituation): DeskCommand[] {
  const ringing = offers.find(({ answer }) => answer === undefined);
  if (!ringing) return [];
  const { contactId, customer } = ringing.card;
  const name = customer.displayName;
  return [
    { label: `Accept the chat of ${name}`, key: 'accept', intent: { type: 'accept', contactId } },
    { label: `Decline the chat of ${name}`, key: 'decline', intent: { type: 'decline', contactId } },
  ];
}

function chatCommands({ chats, front, showsDetails }: DeskSituation): DeskCommand[] {
  const chat = chats.find(({ contactId }) => contactId === front);
  if (!chat) return [];
  const { contactId, phase, wrapUp } = chat;
  const details: DeskCommand = {
    label: showsDetails ? "Hide the customer's details" : "Show the customer's details",
    key: 'details',
    intent: { type: 'details', contactId, isOpen: !showsDetails },
  };
  const note: DeskCommand = {
    label: 'Add a private note',
    key: 'note',
    intent: { type: 'write-note', contactId },
  };
  if (!isOpen(chat)) return wrapUp ? [note, details] : [details];
  const whileOpen: DeskCommand[] = [
    { label: 'Transfer the chat', key: 'transfer', intent: { type: 'prepare-transfer', contactId } },
    { label: 'End the chat', key: 'end', intent: { type: 'end', contactId, isByKey: true } },
  ];
  return [
    { label: 'Insert a canned reply', key: 'replies', intent: { type: 'find-reply', contactId } },
    note,
    ...(phase === 'open' ? whileOpen : []),
    details,
  ];
}

function moveCommands({ chats, front }: DeskSituation): DeskCommand[] {
  const to = (key: DeskKey, contactId: string | undefined, label?: string): DeskCommand[] =>
    contactId === undefined ? [] : [{ ...(label && { label }), key, intent: { type: 'select', contactId } }];
  return [
    ...to('next-unread', nextUnread(chats, front), 'Go to the next unread chat'),
    ...to('next-chat', nextChat(chats, front, 1)),
    ...to('previous-chat', nextChat(chats, front, -1)),
    ...chats.slice(0, 9).flatMap(({ contactId }, index) => to(`chat-${index + 1}`, contactId)),
  ];
}

const deskCommands = ({ status, isMuted }: DeskSituation): DeskCommand[] => [
  status === 'AVAILABLE'
    ? { label: 'Go offline', intent: { type: 'status', status: 'OFFLINE' } }
    : { label: 'Go available', intent: { type: 'status', status: 'AVAILABLE' } },
  { label: isMuted ? 'Turn sounds on' : 'Turn sounds off', intent: { type: 'mute', isMuted: !isMuted } },
  { label: 'Show the keyboard shortcuts', key: 'keys', intent: { type: 'show', dialog: 'keys' } },
  { key: 'palette', intent: { type: 'show', dialog: 'palette' } },
  { label: 'Sign out', intent: { type: 'sign-out' } },
];
