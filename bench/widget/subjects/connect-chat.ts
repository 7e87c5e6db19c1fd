import { createService } from '../../../test/support/service-process.js';
import { fillChat, openAgent } from '../people.js';
import type { BenchServer } from '../server.js';
import type { Subject } from '../subject.js';

/** The built service on its own origin, with chats whose messages were all sent through sockets. */
export async function createConnectChat({ origin }: BenchServer, sizes: number[]): Promise<Subject> {
  const service = await createService({ LOG_LEVEL: 'error' });
  await service.start();
  const created = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Bench',
    domains: [origin],
  });
  const { widgetId } = created.body;
  const snippet = await fetch(`${service.url}/api/widgets/${widgetId}/snippet`, {
    headers: service.adminHeaders,
  });
  const snippetForm = await snippet.text();
  const agent = await openAgent(service, 'grace');
  const place = { url: service.url, origin, widgetId };
  const chats = new Map<number, { contactId: string; participantToken: string }>();
  for (const items of sizes) chats.set(items, await fillChat(place, agent, items));
  /** The latest message in each chat: chats keep the messages of earlier rounds. */
  const newest = new Map<number, string>();
  let said = 0;

  return {
    name: 'Connect Chat',
    snippet: () => snippetForm,
    kept(items): Record<string, string> {
      const chat = chats.get(items);
      if (!chat) return {};
      const value = { startToken: `bench ${items}`.padEnd(40, '.'), participantToken: chat.participantToken };
      return { [`connect-chat ${service.url} ${widgetId}`]: JSON.stringify(value) };
    },
    newest: (items) => newest.get(items),
    say(content, items) {
      newest.set(items, content);
      const { contactId } = chats.get(items)!;
      const clientToken = `said ${(said += 1)}`;
      agent.send({ type: 'message', contactId, clientToken, contentType: 'text/plain', content });
    },
    async close() {
      agent.close();
      await service.stop('SIGKILL');
    },
    body: (items) => `<script type="module" src="${service.url}/connect-chat-widget.js"></script>
<connect-chat-widget widget-id="${widgetId}"></connect-chat-widget>
<script>
  const element = document.querySelector('connect-chat-widget');
  const bubbles = () =>
    probe
      .inside('connect-chat-widget', 'connect-chat-panel', 'connect-chat-transcript')
      ?.shadowRoot.querySelectorAll('[part~=bubble]') ?? [];
  window.chat = {
    launcher: () => probe.inside('connect-chat-widget', '.launcher'),
    composer: () => probe.inside('connect-chat-widget', 'connect-chat-panel', 'connect-chat-composer', 'textarea'),
    last: () => bubbles()[bubbles().length - 1] ?? null,
    isReady: () =>
      Boolean(element.configuration) && ${items} <= (element.conversation?.session.items.length ?? 0),
  };
</script>`,
  };
}
