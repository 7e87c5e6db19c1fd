import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import type { Around } from './around.js';

/** Loads what is around a chat, where the widget has any of it; undefined where it has none, or it can't be had. */
export async function loadAround(
  host: ConversationHost,
  session: ConversationSession,
): Promise<Around | undefined> {
  const { configuration } = host;
  if (!configuration || (!configuration.takesMessages && configuration.survey.kind === 'OFF')) return;
  const loaded = await import('./around.js').catch(() => undefined);
  return loaded?.aroundOf(host, session);
}
