import type { LeanSocket } from './lean-socket.js';
import type { PinnedProcess } from './pinned-process.js';

/** The number of open chats, and how many of them share an agent's socket. */
export interface ChatsAsked {
  chats: number;
  chatsAnAgent: number;
}

/** Called when a chat's message was acknowledged to its sender, and when it arrived at the other side. */
export interface ChatEars {
  acknowledged(chat: number): void;
  delivered(chat: number): void;
}

/** Open chats on one subject. */
export interface OpenChats {
  /** The chat's customer sends a new message. */
  say(chat: number): void;
  close(): void;
}

/** A server that relays messages. */
export interface Subject {
  name: string;
  /** Starts a separate server, which its starter kills. */
  start(): Promise<RunningSubject>;
}

export interface RunningSubject {
  process: PinnedProcess;
  openChats(asked: ChatsAsked, ears: ChatEars): Promise<OpenChats>;
  /** Opens the idle socket of a customer; `index` is unique. */
  openIdle(index: number): Promise<LeanSocket>;
}

/** A message that contains its chat's number, so that a reader of the frame knows the chat. */
export const contentOf = (chat: number): string => `~${chat}~`.padEnd(100, 'x');

const tilde = 0x7e;
/** The chat that a frame's content names; undefined for frames without one. */
export function chatOf(text: Buffer): number | undefined {
  const start = text.indexOf(tilde);
  if (start < 0) return undefined;
  let chat = 0;
  for (let at = start + 1; text[at] !== tilde; at += 1) chat = chat * 10 + text[at]! - 0x30;
  return chat;
}
