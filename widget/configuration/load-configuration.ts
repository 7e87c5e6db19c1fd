import { ChatError } from '../../client/chat-error.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';

/**
 * Loads a widget's public configuration; `language` is the page's. Rejects with {@link ChatError}: the service's
 *   code, or `UNREACHABLE`.
 */
export async function loadConfiguration(
  { serviceUrl, widgetId }: WidgetAddress,
  language?: string,
): Promise<WidgetConfiguration> {
  const query = language ? `?language=${encodeURIComponent(language)}` : '';
  const url = `${serviceUrl}/widgets/${encodeURIComponent(widgetId)}/configuration${query}`;
  const response = await fetch(url, { credentials: 'omit' }).catch(() => null);
  if (response?.ok) return (await response.json()) as WidgetConfiguration;
  const answer = ((await response?.json().catch(() => null)) ?? {}) as { code?: string; message?: string };
  throw new ChatError(answer.code ?? 'UNREACHABLE', answer.message ?? `${serviceUrl} cannot be reached.`);
}
