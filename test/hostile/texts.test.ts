import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { LightMyRequestResponse } from 'fastify';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { hostileTexts } from './corpora/texts.js';

const texts = suite<{ test: TestApp; widgetId: string }>('texts');
texts.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
texts.after(({ test }) => test.close());

/** A text comes back exactly as it was, or is refused with a code. */
function expectSame(response: LightMyRequestResponse, read: (body: never) => unknown, text: string): void {
  const said = `${JSON.stringify(text)}: ${response.statusCode}`;
  const body = response.json<{ code?: string }>();
  if (response.statusCode === 200) return assert.is(read(body as never), text, said);
  assert.is(response.statusCode, 400, said);
  assert.type(body.code, 'string', said);
}

texts('REST gives back each as it was sent', async ({ test, widgetId }) => {
  const { agentId } = await test.createAgent('ada');
  for (const text of hostileTexts) {
    const widget = `/api/widgets/${widgetId}`;
    expectSame(
      await test.rest('PATCH', widget, { name: text, texts: { title: text } }),
      ({ name, texts }: { name: string; texts: { title: string } }) =>
        name === texts.title ? name : undefined,
      text,
    );
    expectSame(
      await test.rest('PATCH', `/api/agents/${agentId}`, { displayName: text }),
      ({ displayName }: { displayName: string }) => displayName,
      text,
    );
    expectSame(
      await test.rest('PUT', '/api/queues/other', { name: text, description: text }),
      ({ name, description }: { name: string; description: string }) =>
        name === description ? name : undefined,
      text,
    );
  }
});
texts(
  'a chat gives back each as it was said, on its socket and in the transcript',
  async ({ test, widgetId }) => {
    const frames = await test.customer(widgetId);
    frames.say({ type: 'start', clientToken: 'start'.padEnd(32, '.') });
    const { contactId } = await frames.next('started');
    const said: string[] = [];
    for (const [index, content] of hostileTexts.entries()) {
      const clientToken = `m${index}`.padEnd(32, '.');
      frames.say({ type: 'message', clientToken, contentType: 'text/plain', content });
      const answer = await Promise.race([frames.next('ack'), frames.next('error')]);
      assert.is(answer.clientToken, clientToken, JSON.stringify(content));
      if (answer.type === 'ack') said.push(content);
    }
    assert.is(said.length, hostileTexts.length);
    const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json<{
      items: { type: string; participantRole: string; content: string }[];
    }>();
    const kept = items.filter(
      ({ type, participantRole }) => type === 'MESSAGE' && participantRole === 'CUSTOMER',
    );
    assert.equal(
      kept.map(({ content }) => content),
      said,
    );
  },
);
texts.run();
