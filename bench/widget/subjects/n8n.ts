import type { BenchServer } from '../server.js';
import type { Subject } from '../subject.js';

/**
 * In n8n's chat, the other side can't send unasked. Pushed items are therefore added where its own answers
 * go: `messages` of the Vue application that `createChat` returns.
 */
export function createN8n(server: BenchServer): Subject {
  return {
    name: 'n8n',
    kept: () => ({}),
    say: (text) => server.feed(text),
    close: async () => undefined,
    body: (items) => `<link href="/peers/@n8n/chat/dist/style.css" rel="stylesheet" />
<script type="module">
  import { createChat } from '/peers/@n8n/chat/dist/chat.bundle.es.js';
  const app = createChat({ webhookUrl: '/webhook/${items}', initialMessages: [] });
  const { messages } = app.config.globalProperties.$chat;
  const all = () => document.querySelectorAll('.chat-messages-list .chat-message');
  window.chat = {
    launcher: () => document.querySelector('.chat-window-toggle'),
    composer: () => document.querySelector('.chat-inputs textarea'),
    last: () => all()[all().length - 1] ?? null,
    isReady: () => messages.value.length >= ${items} && all().length >= ${items},
  };
  new WebSocket(location.origin.replace('http', 'ws') + '/feed').onmessage = ({ data }) =>
    messages.value.push({ id: String(Math.random()), text: data, sender: 'bot' });
</script>`,
  };
}
