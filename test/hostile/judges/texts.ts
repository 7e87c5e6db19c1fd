// Why: the small collection of the tests and the large ones of the bench are judged alike. Each judge returns
// the problems.
import type { LightMyRequestResponse } from 'fastify';
import { newToken, startChat } from '../../support/chats-with-files.js';
import type { TestApp } from '../../support/test-app.js';
import { inParts } from './in-parts.js';

/** Undefined if a text came back unchanged or was refused with a code. */
function problemOf(
  response: LightMyRequestResponse,
  read: (body: never) => unknown[],
  text: string,
): string[] {
  const body = response.json<{ code?: string }>();
  const isRight =
    response.statusCode === 200
      ? read(body as never).every((each) => each === text)
      : response.statusCode === 400 && typeof body.code === 'string';
  return isRight ? [] : [`${JSON.stringify(text)}: ${response.statusCode} ${response.body.slice(0, 200)}`];
}

/** REST returns each text as it was sent. */
export async function judgeStoredTexts(
  test: TestApp,
  { widgetId, agentId }: { widgetId: string; agentId: string },
  texts: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const text of texts)
    problems.push(
      ...problemOf(
        await test.rest('PATCH', `/api/widgets/${widgetId}`, { name: text, texts: { title: text } }),
        ({ name, texts: { title } }: { name: string; texts: { title: string } }) => [name, title],
        text,
      ),
      ...problemOf(
        await test.rest('PATCH', `/api/agents/${agentId}`, { displayName: text }),
        ({ displayName }: { displayName: string }) => [displayName],
        text,
      ),
      ...problemOf(
        await test.rest('PUT', '/api/queues/other', { name: text, description: text }),
        ({ name, description }: { name: string; description: string }) => [name, description],
        text,
      ),
    );
  return problems;
}

/** Chats return accepted messages unchanged in the transcript. */
export async function judgeSaidTexts(
  test: TestApp,
  widgetId: string,
  texts: readonly string[],
): Promise<{ said: string[]; kept: string[]; problems: string[] }> {
  const all = { said: [] as string[], kept: [] as string[], problems: [] as string[] };
  for (const part of inParts(texts)) {
    const { frames, contactId } = await startChat(test, widgetId);
    for (const content of part) {
      const clientToken = newToken();
      frames.say({ type: 'message', clientToken, contentType: 'text/plain', content });
      const answer = await frames.next('ack', 'error');
      if (answer.clientToken !== clientToken) all.problems.push(`no answer to ${JSON.stringify(content)}`);
      if (answer.type === 'ack') all.said.push(content);
    }
    frames.close();
    const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json<{
      items: { type: string; participantRole: string; content: string }[];
    }>();
    const own = items.filter(
      ({ type, participantRole }) => type === 'MESSAGE' && participantRole === 'CUSTOMER',
    );
    all.kept.push(...own.map(({ content }) => content));
  }
  return all;
}
