import type { TranscriptItem } from '../shared/transcript-item.js';

/** The items of a chat in order of `seq`, each once. */
export class Transcript {
  /** In order of `seq`; always the same array. For reading only. */
  readonly items: TranscriptItem[] = [];

  /** The number of the last item: the chat resumes after it. */
  get lastSeq(): number {
    return this.items[this.items.length - 1]?.seq ?? 0;
  }

  /** Inserts an item at its place; returns false if it is there already. */
  add(item: TranscriptItem): boolean {
    let index = this.items.length;
    while (index > 0 && this.items[index - 1]!.seq > item.seq) index -= 1;
    if (this.items[index - 1]?.seq === item.seq) return false;
    this.items.splice(index, 0, item);
    return true;
  }

  /** Removes the items after a number; all of them by default. */
  clear(after = 0): void {
    while (this.lastSeq > after) this.items.pop();
  }
}
