import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The number of items that are rendered or dropped together. The first rendered item always begins a page: each page
 * keeps its place in the template, so lit-html reuses its elements when other pages come or go.
 */
export const page = 30;
/** The number of extra items before the earliest are dropped: dropping them together costs one layout. */
const spare = 30;

interface Drawn {
  /** The index of the first rendered item. */
  from: number;
  /** The number of items. */
  count: number;
  /** Whether the reader is at the end. */
  isAtEnd: boolean;
  /** The number of items to render at the end. */
  enough: number;
}

/**
 * Returns the index of the first item to render. At the end only the newest items are rendered, and the earliest are
 * dropped when there are too many. For a reader who has scrolled back, nothing is dropped.
 */
export function firstDrawn({ from, count, isAtEnd, enough }: Drawn): number {
  const isOther = from > count;
  const isTooMany = isAtEnd && count - from > enough + spare;
  const first = Math.max(0, count - enough);
  return isOther || isTooMany ? first - (first % page) : from;
}

/**
 * Renders the end of a long transcript, and earlier items when the reader scrolls or presses a button. What the
 * reader sees stays in place.
 */
export class TranscriptWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #log: () => HTMLElement;
  #from = 0;
  #enough = page;
  /** Pixels from the scroll position to the end, while earlier items are inserted above it. */
  #toEnd: number | undefined;
  /** Whether announcements of the log are off. */
  #isSilent = false;

  /** `log` returns the element that scrolls; it is called after the host has rendered. */
  constructor(host: ReactiveControllerHost, log: () => HTMLElement) {
    this.#host = host;
    this.#log = log;
    host.addController(this);
  }

  /** Returns the index of the first of `count` items to render. */
  choose(count: number, isAtEnd: boolean): number {
    this.#from = firstDrawn({ from: this.#from, count, isAtEnd, enough: this.#enough });
    return this.#from;
  }

  /** Renders earlier items before a reader who scrolls back reaches the first. */
  handleScroll(): void {
    const { scrollTop, clientHeight } = this.#log();
    if (scrollTop < clientHeight) this.showEarlier();
  }

  showEarlier(): void {
    if (this.#from === 0 || this.#toEnd !== undefined) return;
    const log = this.#log();
    this.#toEnd = log.scrollHeight - log.scrollTop;
    this.#from = Math.max(0, this.#from - page);
    // Screen readers must not announce old items as new ones.
    log.setAttribute('aria-live', 'off');
    // The focused button disappears with the first item.
    if (this.#from === 0 && log.querySelector(':focus')) log.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // Items that follow are new ones.
    if (this.#toEnd === undefined && this.#isSilent) this.#log().removeAttribute('aria-live');
    this.#isSilent = this.#toEnd !== undefined;
  }

  hostUpdated(): void {
    const log = this.#log();
    if (this.#toEnd !== undefined) {
      log.scrollTop = log.scrollHeight - this.#toEnd;
      this.#toEnd = undefined;
    }
    if (this.#from > 0 && log.scrollHeight < 2 * log.clientHeight) this.#fill();
  }

  /** Renders more items if the rendered ones do not fill the window. */
  #fill(): void {
    this.#enough += page;
    this.showEarlier();
  }
}
