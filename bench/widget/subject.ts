/** A chat widget under measurement: ours, or a peer. */
export interface Subject {
  name: string;
  /**
   * The end of the page's body, which adds a chat with this many items. It sets `window.chat` to {@link
   * PageChat}.
   */
  body(items: number): string;
  /** The shortest form of the same, if it differs from `body`. Only its bytes are measured. */
  snippet?(): string;
  /** The entries that an earlier visit left in localStorage. */
  kept(items: number): Record<string, string>;
  /** The text of the newest of this many items, if it differs from {@link textOf} of that number. */
  newest?(items: number): string | undefined;
  /** Sends a text as the other side, to the page with this many items. */
  say(text: string, items: number): void;
  close(): Promise<void>;
}

/** The measured parts of a subject's page. */
export interface PageChat {
  /** The button that opens the chat; the page's own button if the subject has none. */
  launcher(): Element | null;
  /** The field in which the visitor writes. */
  composer(): HTMLElement | null;
  /** The newest item. */
  last(): Element | null;
  /** Whether everything has happened that precedes the visitor's press. */
  isReady(): boolean;
  /** Scrolls to the newest item, if a subject doesn't do so itself. */
  toEnd?(): void;
}

/** The text of an item. Items are numbered from 1. */
export const textOf = (item: number): string =>
  `Message ${item}: do you still have the seeded rolls, and could you keep four of them for me until noon, please?`;
