import type { WidgetAddress } from '../../client/kept-chat.js';
import type { AwayReason } from '../../shared/away.js';

/** Loads why visitors can only leave a message. Null if they can chat, and if the service can't be asked. */
export async function loadAwayReason({ serviceUrl, widgetId }: WidgetAddress): Promise<AwayReason> {
  const url = `${serviceUrl}/widgets/${encodeURIComponent(widgetId)}/availability`;
  try {
    const response = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    return response.ok ? ((await response.json()) as { away: AwayReason }).away : null;
  } catch {
    return null;
  }
}
