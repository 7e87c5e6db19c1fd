/** A chat that is measured: ours, or a peer. */
export interface Subject {
  name: string;
  /**
   * What stands at the end of a page's body to have the chat there, with so many items said before. It sets
   * `window.chat` to {@link PageChat}.
   */
  body(items: number): string;
  /** The shortest form of the same, where there is another than `body`: only its bytes are measured. */
  snippet?(): string;
  /** What an earlier visit has left in localStorage. */
  kept(items: number): Record<string, string>;
  /** The text of the newest item of so many, where it is another than {@link textOf} of that number. */
  newest?(items: number): string | undefined;
  /** Says something to the page with so many items, as the other side. */
  say(text: string, items: number): void;
  close(): Promise<void>;
}

/** What a subject's page tells of itself. */
export interface PageChat {
  /** What a visitor presses to open the chat; a button of the page's own where the subject has none. */
  launcher(): Element | null;
  /** What a visitor writes in. */
  composer(): HTMLElement | null;
  /** The newest item. */
  last(): Element | null;
  /** Whether everything that comes before the visitor's press has happened. */
  isReady(): boolean;
  /** Goes to the newest item, where a subject does not stay there by itself. */
  toEnd?(): void;
}

/** The text of an item; they are numbered from 1. */
export const textOf = (item: number): string =>
  `Message ${item}: do you still have the seeded rolls, and could you keep four of them for me until noon, please?`;
