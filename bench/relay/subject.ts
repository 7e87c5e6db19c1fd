import type { LeanSocket } from './lean-socket.js';
import type { PinnedProcess } from './pinned-process.js';

/** How many chats stand open, and how many of them an agent's socket has. */
export interface ChatsAsked {
  chats: number;
  chatsAnAgent: number;
}

/** Told when a chat's message was acknowledged to its sender, and when it came to the other side. */
export interface ChatEars {
  acknowledged(chat: number): void;
  delivered(chat: number): void;
}

/** Chats that are open on one subject. */
export interface OpenChats {
  /** The customer of a chat says something; each time something new. */
  say(chat: number): void;
  close(): void;
}

/** One server that relays. */
export interface Subject {
  name: string;
  /** A server of its own, to be killed by whoever started it. */
  start(): Promise<RunningSubject>;
}

export interface RunningSubject {
  process: PinnedProcess;
  openChats(asked: ChatsAsked, ears: ChatEars): Promise<OpenChats>;
  /** One customer's socket that says nothing more; `index` is another one for each. */
  openIdle(index: number): Promise<LeanSocket>;
}

/** Where a chat's number stands in what is said in it, so that whoever reads a frame knows the chat. */
export const contentOf = (chat: number): string => `~${chat}~`.padEnd(100, 'x');

const tilde = 0x7e;
/** The chat that a frame's content names; undefined for frames without any. */
export function chatOf(text: Buffer): number | undefined {
  const start = text.indexOf(tilde);
  if (start < 0) return undefined;
  let chat = 0;
  for (let at = start + 1; text[at] !== tilde; at += 1) chat = chat * 10 + text[at]! - 0x30;
  return chat;
}
