import type { ReadMarks } from './elements/transcript-view.js';

/** How far a chat is read: by the visitor, and by the others of what the visitor said. */
export class ReadState {
  /** The last number that the visitor has seen. */
  own = 0;
  /** How far it got to the others. */
  marks: ReadMarks = { delivered: 0, read: 0 };

  /** Takes a receipt; none takes anything back. */
  take({ delivered, read }: ReadMarks, isOwn: boolean): void {
    const { own, marks } = this;
    if (isOwn) this.own = Math.max(own, read);
    else
      this.marks = {
        delivered: Math.max(marks.delivered, delivered, read),
        read: Math.max(marks.read, read),
      };
  }
}
