// Why: the small collection of the tests and the large ones of the bench are judged alike. Each judge returns
// the problems.
import type { TestApp } from '../../support/test-app.js';
import type { TokenCase } from '../corpora/tokens.js';
import { inParts } from './in-parts.js';

/** REST reports a problem for every bad token. */
export async function judgeCheckedTokens(
  test: TestApp,
  widgetId: string,
  bad: readonly TokenCase[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, token } of bad) {
    const response = await test.rest('POST', `/api/widgets/${widgetId}/token-checks`, { token });
    const { isGood, code } = response.json<{ isGood?: boolean; code?: string }>();
    const isRefused = response.statusCode === 400 && code !== undefined;
    if (!isRefused && isGood !== false) problems.push(`check of ${name}: ${response.statusCode} ${isGood}`);
  }
  return problems;
}

/** A socket starts no chat with any bad token. */
export async function judgeStartedTokens(
  test: TestApp,
  widgetId: string,
  bad: readonly TokenCase[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const part of inParts(bad)) {
    const frames = await test.customer(widgetId);
    for (const { name, token } of part) {
      frames.say({ type: 'start', clientToken: 'start'.padEnd(32, '.'), token });
      const { type, code } = await frames.next('error', 'started');
      if (!['TOKEN_REFUSED', 'FRAME_INVALID'].includes(String(code)))
        problems.push(`start with ${name}: ${type} ${code}`);
      // Resets the count of invalid frames in a row.
      frames.say({ type: 'ping' });
      await frames.next('pong');
    }
    frames.close();
  }
  return problems;
}
