import type { BenchServer } from '../server.js';
import { textOf, type Subject } from '../subject.js';

/**
 * BotFramework Web Chat has no launcher, so a button of the page renders it. Its Direct Line connection is
 * simulated in the page.
 */
export function createBotFramework(server: BenchServer): Subject {
  return {
    name: 'BotFramework',
    kept: () => ({}),
    say: (text) => server.feed(text),
    close: async () => undefined,
    body: (items) => `<button id="launcher" style="position: fixed; left: 20px; bottom: 20px">Chat</button>
<script src="/peers/botframework-webchat/dist/webchat.js"></script>
<script>
  const textOf = ${textOf.toString()};
  const launcher = document.querySelector('#launcher');
  const listeners = new Set();
  let said = 0;
  const activity = (text, role) => ({
    type: 'message',
    id: 'activity-' + (said += 1),
    from: { id: role, role },
    text,
    timestamp: new Date(1700000000000 + said * 1000).toISOString(),
    channelData: { 'webchat:sequence-id': said },
  });
  const tell = (given) => listeners.forEach((listener) => listener.next(given));
  const directLine = {
    activity$: {
      subscribe(listener) {
        listeners.add(listener);
        for (let item = 1; item <= ${items}; item += 1) listener.next(activity(textOf(item), item % 2 ? 'user' : 'bot'));
        return { unsubscribe: () => listeners.delete(listener) };
      },
    },
    connectionStatus$: {
      subscribe(listener) {
        [0, 1, 2].forEach((status) => listener.next(status));
        return { unsubscribe() {} };
      },
    },
    postActivity: (posted) => ({
      subscribe(listener) {
        const echo = { ...activity(posted.text, 'user'), channelData: posted.channelData };
        listener.next(echo.id);
        listener.complete();
        if (posted.type === 'message') tell(echo), tell(activity('Of course.', 'bot'));
        return { unsubscribe() {} };
      },
    }),
    end() {},
  };
  const all = () => document.querySelectorAll('#webchat .webchat__bubble__content');
  window.chat = {
    launcher: () => launcher,
    composer: () => document.querySelector('#webchat [data-id="webchat-sendbox-input"]'),
    last: () => all()[all().length - 1] ?? null,
    isReady: () => window.WebChat !== undefined,
  };
  new WebSocket(location.origin.replace('http', 'ws') + '/feed').onmessage = ({ data }) => tell(activity(data, 'bot'));
  launcher.addEventListener('click', () => {
    const element = document.createElement('div');
    element.id = 'webchat';
    element.style = 'position: fixed; right: 20px; bottom: 20px; width: 360px; height: 540px; background: #fff';
    document.body.append(element);
    window.WebChat.renderWebChat({ directLine, userID: 'user' }, element);
  });
</script>`,
  };
}
