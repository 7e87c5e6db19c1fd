import type { WidgetAddress } from '../../client/kept-chat.js';
import type { AwayReason } from '../../shared/away.js';

/** Why a message is to be left instead of a chat. Null where there is a chat, and where nobody could be asked. */
export async function loadAwayReason({ serviceUrl, widgetId }: WidgetAddress): Promise<AwayReason> {
  const url = `${serviceUrl}/widgets/${encodeURIComponent(widgetId)}/availability`;
  try {
    const response = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    return response.ok ? ((await response.json()) as { away: AwayReason }).away : null;
  } catch {
    return null;
  }
}
