import type { WidgetAddress } from '../../client/kept-chat.js';
import type { SurveyInput } from '../../shared/survey.js';

/** The outcome of sending an answer: stored, to be sent again later, or permanently refused. */
export type SurveyOutcome = 'sent' | 'again' | 'refused';

/** Sends a visitor's rating. The same client token is stored once. Never rejects. */
export async function sendSurvey(
  { serviceUrl, widgetId }: WidgetAddress,
  participantToken: string,
  answer: SurveyInput,
): Promise<SurveyOutcome> {
  const response = await fetch(`${serviceUrl}/widgets/${encodeURIComponent(widgetId)}/survey`, {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    headers: { authorization: `Bearer ${participantToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(answer),
  }).catch(() => null);
  if (response?.ok) return 'sent';
  if (!response || response.status >= 500 || response.status === 429) return 'again';
  const { code } = ((await response.json().catch(() => null)) ?? {}) as { code?: string };
  // Another tab has rated the chat.
  return code === 'SURVEY_ALREADY_ANSWERED' ? 'sent' : 'refused';
}
