import type { TranscriptItem } from '../../shared/transcript-item.js';

/** Chats that have ended on this page, so that they can still be read above the next one. Nothing of them is kept. */
export class EarlierChats {
  #chats: (readonly TranscriptItem[])[] = [];

  /** A chat is over. */
  add(items: readonly TranscriptItem[]): void {
    if (items.length > 0) this.#chats.push([...items]);
  }

  /** What is read above a chat's items, and they below it: the same array where there is nothing above. */
  above(items: readonly TranscriptItem[]): readonly TranscriptItem[] {
    const earlier = this.#chats.filter(([first]) => first!.id !== items[0]?.id);
    return earlier.length > 0 ? [...earlier.flat(), ...items] : items;
  }

  forget(): void {
    this.#chats = [];
  }
}
