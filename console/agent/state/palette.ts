import type { CannedReply } from '../../../shared/canned-reply.js';
import type { TransferTargets } from '../../../shared/transfer-target.js';
import { isOpen, lastMessage } from './agent-chat.js';
import type { AgentIntent } from './agent-intent.js';
import { commandsOf, type DeskSituation } from './desk-commands.js';
import { shortcuts, type DeskKey } from './shortcuts.js';
import { transferOptions } from './transfer.js';

/** The groups of the palette, in their order. */
export const paletteGroups = ['Chats', 'Commands', 'Transfer to', 'Canned replies'] as const;

/** One thing that the palette finds. */
export interface PaletteEntry {
  readonly group: (typeof paletteGroups)[number];
  readonly label: string;
  /** What else helps to choose; it is searched too. */
  readonly hint: string;
  /** The shortcut that does the same, as the agent reads it. */
  readonly keys: string;
  readonly intent: AgentIntent;
}

/** What the palette searches, besides the chats. Undefined while it is being loaded. */
export interface PaletteSources {
  readonly replies: readonly CannedReply[] | undefined;
  readonly targets: TransferTargets | undefined;
}

/** How many entries the palette shows. */
const mostShown = 50;

/**
 * Returns the entries where every word of a search begins a word, in any order. Those whose label begins with the search
 * come first in their group. Without a search there are chats and commands only.
 */
export function findEntries(
  situation: DeskSituation,
  sources: PaletteSources,
  search: string,
): PaletteEntry[] {
  const sought = search.trim().toLocaleLowerCase();
  const words = wordsOf(sought);
  const here = [...chatEntries(situation), ...commandEntries(situation)];
  const elsewhere = [...targetEntries(situation, sources), ...replyEntries(situation, sources)];
  const found = (words.length === 0 ? here : [...here, ...elsewhere]).filter((entry) =>
    hasWords(entry, words),
  );
  const begins = ({ label }: PaletteEntry) => label.toLocaleLowerCase().startsWith(sought);
  const ordered = paletteGroups.flatMap((group) => {
    const ofGroup = found.filter((entry) => entry.group === group);
    return [...ofGroup.filter(begins), ...ofGroup.filter((entry) => !begins(entry))];
  });
  return ordered.slice(0, mostShown);
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function hasWords({ label, hint }: PaletteEntry, words: readonly string[]): boolean {
  const own = wordsOf(`${label} ${hint}`.toLocaleLowerCase());
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

function chatEntries({ chats, offers }: DeskSituation): PaletteEntry[] {
  const ringing = offers.map(({ card, latestMessage }) => ({
    group: 'Chats' as const,
    label: card.customer.displayName,
    hint: latestMessage ? `Rings: ${latestMessage}` : 'Rings',
    keys: '',
    intent: { type: 'preview', contactId: card.contactId } as const,
  }));
  const own = chats.map((chat, index) => ({
    group: 'Chats' as const,
    label: chat.card.customer.displayName,
    hint: lastMessage(chat)?.content ?? '',
    keys: index < 9 ? `Alt+${index + 1}` : '',
    intent: { type: 'select', contactId: chat.contactId } as const,
  }));
  return [...ringing, ...own];
}

const commandEntries = (situation: DeskSituation): PaletteEntry[] =>
  commandsOf(situation).flatMap(({ label, key, intent }) =>
    label === undefined ? [] : [{ group: 'Commands', label, hint: '', keys: keysOf(key), intent }],
  );

function keysOf(key: DeskKey | undefined): string {
  const shortcut =
    key !== undefined && key in shortcuts ? shortcuts[key as keyof typeof shortcuts] : undefined;
  return shortcut?.keys[0] ?? '';
}

/** The chat in front, if the agent can still write in it. */
const openFront = ({ chats, front }: DeskSituation) =>
  chats.find((chat) => chat.contactId === front && isOpen(chat));

function targetEntries(situation: DeskSituation, { targets }: PaletteSources): PaletteEntry[] {
  const chat = openFront(situation);
  if (chat?.phase !== 'open' || !targets) return [];
  return transferOptions(targets, '').map(({ key, name, kind, hint }) => ({
    group: 'Transfer to',
    label: name,
    hint: `${kind === 'queue' ? 'Queue' : 'Agent'}, ${hint.toLocaleLowerCase()}`,
    keys: '',
    intent: { type: 'prepare-transfer', contactId: chat.contactId, target: key },
  }));
}

function replyEntries(situation: DeskSituation, { replies }: PaletteSources): PaletteEntry[] {
  const chat = openFront(situation);
  if (!chat || !replies) return [];
  return replies.map(({ shortcut, folder, text }) => ({
    group: 'Canned replies',
    label: `/${shortcut}`,
    hint: folder ? `${folder}: ${text}` : text,
    keys: '',
    intent: { type: 'use-reply', contactId: chat.contactId, text },
  }));
}
