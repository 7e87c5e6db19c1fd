/** A member of the edited widget should have another value. */
export class DraftEvent extends Event {
  static readonly eventName = 'connect-chat-draft';
  /** RFC 6901. */
  readonly pointer: string;
  readonly value: unknown;

  constructor(pointer: string, value: unknown) {
    super(DraftEvent.eventName, { bubbles: true, composed: true });
    this.pointer = pointer;
    this.value = value;
  }
}

/** A function that asks an element's owner for another value of the member at a pointer. */
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
