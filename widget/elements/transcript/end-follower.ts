/** Pixels from the end within which the reader counts as being there. */
const nearEnd = 60;

/** Keeps the end of a scrolled list in view while the reader is there, and leaves the list alone otherwise. */
export class EndFollower {
  /** Whether the reader is at the end. */
  isAtEnd = true;
  readonly #list: () => HTMLElement;
  /** The scroll position and height of the list when they were last known. */
  #top = 0;
  #height = 0;

  /** `list` returns the element that scrolls. */
  constructor(list: () => HTMLElement) {
    this.#list = list;
  }

  handleScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#list();
    const isNear = scrollHeight - scrollTop - clientHeight < nearEnd;
    // Less room, or more to read, moves the end away from a reader who stays. Only scrolling up leaves it.
    const isLeaving = scrollTop < this.#top && clientHeight === this.#height;
    this.isAtEnd = isNear || (this.isAtEnd && !isLeaving);
    this.#top = scrollTop;
    this.#height = clientHeight;
  }

  /** Scrolls to the end if the reader is there: what the list shows, or its height, has changed. */
  follow(): void {
    if (this.isAtEnd) this.scrollToEnd();
  }

  scrollToEnd(): void {
    const list = this.#list();
    this.isAtEnd = true;
    list.scrollTop = list.scrollHeight;
    this.#top = list.scrollTop;
    this.#height = list.clientHeight;
  }
}
