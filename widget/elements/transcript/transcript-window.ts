import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * How many items are drawn, or not, together. The first item that is drawn is always the first of a page: so each page
 * keeps its place in the template, and what is drawn of it stays when others come or go.
 */
export const page = 30;
/** So many more may be drawn before the earliest are dropped: together, they cost one layout. */
const spare = 30;

interface Drawn {
  /** The first item that is drawn now. */
  from: number;
  /** How many items there are. */
  count: number;
  /** Whether the reader is at the end. */
  isAtEnd: boolean;
  /** How many are enough at the end. */
  enough: number;
}

/**
 * The first item to draw: at the end the newest are enough, and the earliest are dropped when they have become many;
 * whoever has scrolled back keeps what is drawn.
 */
export function firstDrawn({ from, count, isAtEnd, enough }: Drawn): number {
  const isOther = from > count;
  const isTooMany = isAtEnd && count - from > enough + spare;
  const first = Math.max(0, count - enough);
  return isOther || isTooMany ? first - (first % page) : from;
}

/**
 * Draws the end of a long transcript, and what came before when the reader goes there, by scrolling or by a button. What
 * the reader sees stays where it is.
 */
export class TranscriptWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #log: () => HTMLElement;
  #from = 0;
  #enough = page;
  /** Pixels from the reader's place to the end, while earlier items are drawn above it. */
  #toEnd: number | undefined;
  /** Whether a screen reader is told nothing. */
  #isSilent = false;

  /** `log` gives what scrolls; it is asked for after the host has drawn. */
  constructor(host: ReactiveControllerHost, log: () => HTMLElement) {
    this.#host = host;
    this.#log = log;
    host.addController(this);
  }

  /** The first item to draw of so many. */
  choose(count: number, isAtEnd: boolean): number {
    this.#from = firstDrawn({ from: this.#from, count, isAtEnd, enough: this.#enough });
    return this.#from;
  }

  /** A reader who scrolls back gets earlier items before the first is reached. */
  handleScroll(): void {
    const { scrollTop, clientHeight } = this.#log();
    if (scrollTop < clientHeight) this.showEarlier();
  }

  showEarlier(): void {
    if (this.#from === 0 || this.#toEnd !== undefined) return;
    const log = this.#log();
    this.#toEnd = log.scrollHeight - log.scrollTop;
    this.#from = Math.max(0, this.#from - page);
    // They are no news, and not to be read out as such.
    log.setAttribute('aria-live', 'off');
    // The button that asked for them goes with the first of them.
    if (this.#from === 0 && log.querySelector(':focus')) log.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // What comes now is news again.
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

  /** Few or short items in a high window: the end takes more of them. */
  #fill(): void {
    this.#enough += page;
    this.showEarlier();
  }
}
