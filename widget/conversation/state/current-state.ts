import { initialState, type ConversationState } from './conversation-state.js';

/** Holds the latest snapshot of a conversation, and reports each change of it. */
export class CurrentState {
  /** Assign a snapshot here only where nothing on the screen depends on the difference. */
  value: ConversationState = initialState;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Replaces the snapshot by one with these members. */
  change(change: Partial<ConversationState>): void {
    this.value = { ...this.value, ...change };
    this.#onChange();
  }
}
