// Why: the small collection of the tests and the large ones of the bench are judged alike. Each judge returns
// the problems.
import { rejectionOf } from '../../support/rejection.js';
import type { TestApp } from '../../support/test-app.js';

/** REST refuses requests and preflights of all these origins. */
export async function judgeRequestOrigins(
  test: TestApp,
  widgetId: string,
  others: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const origin of others)
    for (const method of ['GET', 'OPTIONS'] as const) {
      const url = `/widgets/${widgetId}/configuration`;
      const { statusCode, headers } = await test.inject({ method, url, headers: { origin } });
      if (statusCode !== 403 || headers['access-control-allow-origin'] !== undefined)
        problems.push(`${method} of ${JSON.stringify(origin)}: ${statusCode}`);
    }
  return problems;
}

/** No socket opens for any of these origins. */
export async function judgeSocketOrigins(
  test: TestApp,
  widgetId: string,
  others: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const origin of others) {
    const { message } = await rejectionOf(test.customer(widgetId, origin));
    if (!/40[03]/.test(message)) problems.push(`socket of ${JSON.stringify(origin)}: ${message}`);
  }
  return problems;
}

/** A domain is refused by name, or stored as browsers spell it. */
export async function judgeDomains(
  test: TestApp,
  widgetId: string,
  domains: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const domain of domains) {
    const response = await test.rest('PATCH', `/api/widgets/${widgetId}`, { domains: [domain] });
    const body = response.json<{ code?: string; pointer?: string; domains?: string[] }>();
    const isRight =
      response.statusCode === 400
        ? ['DOMAIN_INVALID', 'REQUEST_INVALID'].includes(String(body.code)) && body.pointer === '/domains/0'
        : response.statusCode === 200 && isAsBrowsersWriteIt(body.domains![0]!);
    if (!isRight) problems.push(`domain ${JSON.stringify(domain)}: ${response.statusCode} ${response.body}`);
  }
  return problems;
}

function isAsBrowsersWriteIt(domain: string): boolean {
  const origin = domain.replace('//*.', '//');
  const isLoopback = /^http:\/\/(.*\.)?(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin);
  return new URL(origin).origin === origin && (origin.startsWith('https://') || isLoopback);
}
