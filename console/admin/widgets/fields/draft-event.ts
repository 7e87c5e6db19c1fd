/** Requests another value for a member of the draft. */
export class DraftEvent extends Event {
  static readonly eventName = 'connect-chat-draft';
  /** A JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly value: unknown;

  constructor(pointer: string, value: unknown) {
    super(DraftEvent.eventName, { bubbles: true, composed: true });
    this.pointer = pointer;
    this.value = value;
  }
}

/** Returns a function that fires {@link DraftEvent} from an element, by pointer and value. */
export const draftSetter =
  (element: HTMLElement) =>
  (pointer: string) =>
  (value: unknown): void =>
    void element.dispatchEvent(new DraftEvent(pointer, value));

declare global {
  interface HTMLElementEventMap {
    'connect-chat-draft': DraftEvent;
  }
}
