import type { TranscriptItem } from '../shared/transcript-item.js';

/** The items of a chat in order of their numbers, each once. */
export class Transcript {
  /** In order of `seq`; always the same array. For reading only. */
  readonly items: TranscriptItem[] = [];

  /** The number after which the transcript continues. */
  get lastSeq(): number {
    return this.items[this.items.length - 1]?.seq ?? 0;
  }

  /** Puts an item in its place; false where its number is there already. */
  add(item: TranscriptItem): boolean {
    let index = this.items.length;
    while (index > 0 && this.items[index - 1]!.seq > item.seq) index -= 1;
    if (this.items[index - 1]?.seq === item.seq) return false;
    this.items.splice(index, 0, item);
    return true;
  }

  /** Forgets what comes after a number; everything, if none is given. */
  clear(after = 0): void {
    while (this.lastSeq > after) this.items.pop();
  }
}
