import type { AgentIntent } from '../state/agent-intent.js';

/** Carries an {@link AgentIntent} up to the desk and the console, which act on it. */
export class IntentEvent extends Event {
  static readonly eventName = 'connect-chat-agent-intent';
  readonly intent: AgentIntent;

  constructor(intent: AgentIntent) {
    super(IntentEvent.eventName, { bubbles: true, composed: true });
    this.intent = intent;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-agent-intent': IntentEvent;
  }
}
