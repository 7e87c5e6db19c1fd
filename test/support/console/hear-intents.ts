/** Records the agent's intents that an element fires. */
import { IntentEvent } from '../../../console/agent/elements/intent-event.js';
import type { AgentIntent } from '../../../console/agent/state/agent-intent.js';

export function hearIntents(target: EventTarget): AgentIntent[] {
  const heard: AgentIntent[] = [];
  target.addEventListener(IntentEvent.eventName, (event) => heard.push((event as IntentEvent).intent));
  return heard;
}
