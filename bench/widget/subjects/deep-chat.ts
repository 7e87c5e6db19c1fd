import type { BenchServer } from '../server.js';
import { textOf, type Subject } from '../subject.js';

/**
 * deep-chat has no launcher, so a button of the page creates the element, as on a website with little space.
 */
export function createDeepChat(server: BenchServer): Subject {
  return {
    name: 'deep-chat',
    kept: () => ({}),
    say: (text) => server.feed(text),
    close: async () => undefined,
    body: (items) => `<button id="launcher" style="position: fixed; left: 20px; bottom: 20px">Chat</button>
<script type="module" src="/peers/deep-chat/dist/deepChat.bundle.js"></script>
<script>
  const textOf = ${textOf.toString()};
  const launcher = document.querySelector('#launcher');
  const messages = () => probe.inside('deep-chat', '#messages')?.querySelectorAll('.message-bubble') ?? [];
  window.chat = {
    launcher: () => launcher,
    composer: () => probe.inside('deep-chat', '#text-input'),
    last: () => messages()[messages().length - 1] ?? null,
    toEnd: () => document.querySelector('deep-chat').scrollToBottom(),
    isReady: () => customElements.get('deep-chat') !== undefined,
  };
  new WebSocket(location.origin.replace('http', 'ws') + '/feed').onmessage = ({ data }) =>
    document.querySelector('deep-chat').addMessage({ role: 'ai', text: data });
  launcher.addEventListener('click', () => {
    const element = document.createElement('deep-chat');
    element.style = 'position: fixed; right: 20px; bottom: 20px; width: 360px; height: 540px';
    element.connect = { handler: (body, signals) => signals.onResponse({ text: 'Of course.' }) };
    element.history = Array.from({ length: ${items} }, (_, index) => ({
      role: index % 2 ? 'ai' : 'user',
      text: textOf(index + 1),
    }));
    document.body.append(element);
  });
</script>`,
  };
}
