import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createPageStore } from '../../client/page-store.js';
import type { ConnectChatWidget } from '../../widget/connect-chat-widget.js';
import '../../widget/define.js';
import type { Panel } from '../../widget/elements/panel/panel.js';
import { ChatIntentEvent } from '../../widget/events/chat-intent-event.js';
import { createFakeChat, fakeConfiguration, type FakeChat } from '../support/widget/fake-chat.js';
import { withMotion } from '../support/widget/with-motion.js';
import { waitUntil } from '../support/wait-until.js';

const serviceUrl = 'https://widget.example';
/** Only this test's keys: other tests run in the same browser. */
const kept = (storage: Storage): string[] => Object.keys(storage).filter((key) => key.includes(serviceUrl));
let chat: FakeChat;

async function openWidget(change: Partial<ConnectChatWidget> = {}): Promise<ConnectChatWidget> {
  const widget = await fixture<ConnectChatWidget>(
    html`<connect-chat-widget
      widget-id="w1"
      service-url=${serviceUrl}
      mode=${change.mode ?? 'floating'}
    ></connect-chat-widget>`,
  );
  Object.assign(widget, change);
  await oneEvent(widget, 'connect-chat-ready');
  await widget.updateComplete;
  return widget;
}
const launcher = (widget: ConnectChatWidget) => widget.shadowRoot!.querySelector<HTMLElement>('.launcher');
const panel = (widget: ConnectChatWidget) => widget.shadowRoot!.querySelector<Panel>('connect-chat-panel');
const button = (widget: ConnectChatWidget, name: string) =>
  panel(widget)!.shadowRoot!.querySelector<HTMLElement>(`button[aria-label="${name}"]`)!;

describe('<connect-chat-widget>', () => {
  beforeEach(() => {
    chat = createFakeChat(serviceUrl);
    // Only one of a browser's pages is in the foreground.
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
  afterEach(async () => {
    chat.restore();
    await createPageStore({ serviceUrl, widgetId: 'w1' }).clear();
    for (const storage of [localStorage, sessionStorage])
      for (const key of kept(storage)) storage.removeItem(key);
  });

  it('is accessible, closed and open', async () => {
    const widget = await openWidget();
    await expect(widget).to.be.accessible();
    expect(launcher(widget)!.getAttribute('aria-label')).to.equal('Start chat');
    await widget.show();
    await chat.started();
    await panel(widget)!.updateComplete;
    await expect(widget).to.be.accessible();
    const dialog = panel(widget)!.shadowRoot!.querySelector('[role=dialog]')!;
    const title = panel(widget)!.shadowRoot!.getElementById(dialog.getAttribute('aria-labelledby')!)!;
    expect(title.textContent).to.equal('Chat with us');
  });

  it('uses the page’s language, or else its own, and the page’s own texts', async () => {
    chat.answer(200, {
      ...fakeConfiguration,
      language: 'ar',
      texts: { ...fakeConfiguration.texts, labels: { minimise: 'Less' } },
    });
    const widget = await openWidget({ customization: { texts: { labels: { endChat: 'Stop' } } } });
    await widget.show();
    await chat.started();
    await panel(widget)!.updateComplete;
    const dialog = panel(widget)!;
    expect([dialog.lang, dialog.dir]).to.deep.equal(['ar', 'rtl']);
    expect(button(widget, 'Less') && button(widget, 'Stop')).not.to.equal(null);
    widget.language = 'de';
    await waitUntil(() => dialog.lang === 'de');
    expect([dialog.dir, dialog.model.strings.send]).to.deep.equal(['ltr', 'Senden']);
  });

  it('asks the widget’s questions first, and starts with the answers', async () => {
    const question = { name: 'email', label: 'E-mail', type: 'email', required: true, options: [], link: '' };
    chat.answer(200, { ...fakeConfiguration, preChat: [question] });
    const widget = await openWidget();
    await widget.show();
    await customElements.whenDefined('connect-chat-pre-chat-form');
    await panel(widget)!.updateComplete;
    expect(chat.sockets).to.have.length(0);
    const form = panel(widget)!.shadowRoot!.querySelector('connect-chat-pre-chat-form')!;
    await form.updateComplete;
    form.shadowRoot!.querySelector('input')!.value = 'cleo@shop.example';
    form.shadowRoot!.querySelector('button')!.click();
    expect((await chat.started()).attributes).to.deep.equal({ email: 'cleo@shop.example' });
    await widget.updateComplete;
    await panel(widget)!.updateComplete;
    expect(panel(widget)!.shadowRoot!.querySelector('connect-chat-composer')).not.to.equal(null);
  });

  it('does not ask for what the page knows', async () => {
    const question = { name: 'email', label: 'E-mail', type: 'email', required: true, options: [], link: '' };
    chat.answer(200, { ...fakeConfiguration, preChat: [question] });
    const widget = await openWidget({ contactAttributes: { email: 'cleo@shop.example' } });
    await widget.show();
    expect((await chat.started()).attributes).to.deep.equal({ email: 'cleo@shop.example' });
  });

  it('sends the page’s initial message when the chat has started', async () => {
    const widget = await openWidget({ initialMessage: 'I am on the page of shoes' });
    await widget.show();
    await chat.started();
    await chat.acknowledge('I am on the page of shoes', 3);
  });

  it('hides the launcher of a page with its own, until a chat is active', async () => {
    const widget = await openWidget({ hideLauncher: true });
    expect(launcher(widget)).to.equal(null);
    await widget.show();
    await chat.started();
    await widget.updateComplete;
    expect(launcher(widget)).not.to.equal(null);
  });

  it('continues a chat that the website’s own server has started', async () => {
    const widget = await openWidget({ startElsewhere: async () => 'k1.from-the-server' });
    await widget.show();
    expect((await chat.heard('resume')).participantToken).to.equal('k1.from-the-server');
  });

  describe('whose chats start with the first message', () => {
    const { startOn: _open, ...startsOnMessage } = fakeConfiguration;
    const composer = (widget: ConnectChatWidget) =>
      panel(widget)!.shadowRoot!.querySelector('connect-chat-composer')!;
    const firstMessage = async () => ((await chat.started()).message as { content: string }).content;
    async function open(change: Partial<ConnectChatWidget> = {}, configuration: object = {}) {
      chat.answer(200, { ...startsOnMessage, ...configuration });
      const widget = await openWidget(change);
      await widget.show();
      await panel(widget)!.updateComplete;
      return widget;
    }
    const say = (widget: ConnectChatWidget, text: string) =>
      composer(widget).dispatchEvent(new ChatIntentEvent({ type: 'send', text }));

    it('shows the greeting and opens no socket until the visitor writes', async () => {
      const widget = await open();
      await waitUntil(() => composer(widget) !== null);
      expect(chat.sockets).to.have.length(0);
      expect(kept(localStorage)).to.deep.equal([]);
      const transcript = panel(widget)!.shadowRoot!.querySelector('connect-chat-transcript')!;
      await transcript.updateComplete;
      expect(transcript.shadowRoot!.textContent).to.contain('Welcome');
      await expect(widget).to.be.accessible();
      say(widget, 'Where is my parcel?');
      expect(await firstMessage()).to.equal('Where is my parcel?');
      await chat.acknowledge('Where is my parcel?', 3);
    });

    it('starts at once when the page calls startChat()', async () => {
      const widget = await open();
      void widget.startChat();
      expect((await chat.started()).message).to.equal(undefined);
    });

    it('starts with the page’s initial message', async () => {
      await open({ initialMessage: 'I am on the page of shoes' });
      expect(await firstMessage()).to.equal('I am on the page of shoes');
      await chat.acknowledge('I am on the page of shoes', 3);
    });

    it('starts with the panel where the visitor cannot write', async () => {
      await open({}, { features: { ...fakeConfiguration.features, composer: false } });
      await chat.started();
    });

    it('waits for a message again after a chat', async () => {
      const widget = await open();
      say(widget, 'hello');
      await chat.started();
      await chat.acknowledge('hello', 3);
      chat.end(4);
      await waitUntil(() => panel(widget)!.shadowRoot!.querySelector('.over .main') !== null);
      panel(widget)!.shadowRoot!.querySelector<HTMLElement>('.over .main')!.click();
      await waitUntil(() => composer(widget) !== null);
      expect(chat.sockets).to.have.length(1);
      say(widget, 'one more thing');
      expect(await firstMessage()).to.equal('one more thing');
      await chat.acknowledge('one more thing', 3);
    });

    it('tries a refused first message again', async () => {
      const widget = await open();
      say(widget, 'hello');
      await chat.refuse('TOKEN_REFUSED');
      await waitUntil(() => panel(widget)!.shadowRoot!.querySelector('.banner button') !== null);
      panel(widget)!.shadowRoot!.querySelector<HTMLElement>('.banner button')!.click();
      expect(await firstMessage()).to.equal('hello');
      await chat.acknowledge('hello', 3);
    });

    it('is open on the next page if the visitor left it open', async () => {
      const widget = await open();
      widget.remove();
      await Promise.resolve();
      const next = await openWidget();
      await waitUntil(() => next.open);
      await next.hide();
      next.remove();
      await Promise.resolve();
      expect((await openWidget()).open).to.equal(false);
    });
  });

  it('opens no socket and stores nothing before the visitor opens it', async () => {
    await openWidget();
    expect(chat.sockets).to.have.length(0);
    expect([...kept(localStorage), ...kept(sessionStorage)]).to.deep.equal([]);
  });

  it('starts a chat when it is opened, with the page’s values for the visitor', async () => {
    const widget = await openWidget({
      authenticate: async () => 'jwt',
      customerName: 'Cleo',
      contactAttributes: { cart: '3' },
    });
    const opened = oneEvent(widget, 'connect-chat-start');
    launcher(widget)!.click();
    const start = await chat.started();
    expect([start.token, start.displayName, start.attributes]).to.deep.equal(['jwt', 'Cleo', { cart: '3' }]);
    expect((await opened).detail).to.deep.equal({ contactId: 'k1' });
    let again = 0;
    widget.addEventListener('connect-chat-start', () => (again += 1));
    chat.drop();
    await chat.heard('resume');
    chat.resume();
    expect(again, 'a reconnection is no start').to.equal(0);
  });

  it('shows the theme by properties that the page can override', async () => {
    const widget = await openWidget();
    const root = widget.shadowRoot!.querySelector<HTMLElement>('#root')!;
    expect(getComputedStyle(launcher(widget)!).backgroundColor).to.equal('rgb(170, 0, 0)');
    widget.style.setProperty('--connect-chat-open-icon-background-color', 'rgb(1, 2, 3)');
    expect(getComputedStyle(launcher(widget)!).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(root.getAttribute('style')).to.contain('--header-color');
  });

  it('resolves send() with the stored item, and dispatches the message', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    const heard = oneEvent(widget, 'connect-chat-message');
    const sent = widget.send('hello');
    await chat.acknowledge('hello', 5);
    expect((await sent).seq).to.equal(5);
    expect((await heard).detail.content).to.equal('hello');
  });

  it('counts messages that arrive while it is closed, until they are seen', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    await widget.hide();
    const told = oneEvent(widget, 'connect-chat-unread');
    chat.say(7, 'Are you there?');
    expect((await told).detail).to.deep.equal({ count: 1 });
    await widget.updateComplete;
    expect(launcher(widget)!.getAttribute('aria-label')).to.equal('Start chat. New messages: 1');
    expect(launcher(widget)!.textContent.trim()).to.equal('1');
    const seen = oneEvent(widget, 'connect-chat-unread');
    await widget.show();
    expect((await seen).detail).to.deep.equal({ count: 0 });
  });

  it('shows the position in the queue until an agent joins, also after a reconnection', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    const place = async () => {
      await widget.updateComplete;
      await panel(widget)!.updateComplete;
      return panel(widget)!.shadowRoot!.querySelector('.place')!.textContent;
    };
    chat.place(2, 5);
    expect(await place()).to.equal('You’re number 2 in line');
    chat.drop();
    expect(await place(), 'nobody knows').to.equal('');
    await chat.heard('resume');
    chat.resume();
    chat.place(1, 4);
    expect(await place()).to.equal('You’re next in line');
    chat.place(0, 0);
    expect(await place()).to.equal('');
  });

  it('shows a message that arrives while it is closed beside the launcher, and announces it politely', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    await widget.hide();
    chat.say(7, 'Are you there?');
    const teaser = () => widget.shadowRoot!.querySelector('connect-chat-teaser');
    await waitUntil(() => teaser()?.shadowRoot && panel(widget) === null);
    await teaser()!.updateComplete;
    const status = widget.shadowRoot!.querySelector('[role=status]')!;
    expect(status.textContent).to.equal('Ada: Are you there?');
    await expect(widget).to.be.accessible();
    teaser()!.shadowRoot!.querySelector<HTMLElement>('[aria-label=Dismiss]')!.click();
    await widget.updateComplete;
    expect([teaser(), status.textContent]).to.deep.equal([null, '']);
    chat.say(8, 'Hello?');
    await waitUntil(() => teaser()?.shadowRoot);
    await teaser()!.updateComplete;
    teaser()!.shadowRoot!.querySelector('button')!.click();
    expect(widget.open).to.equal(true);
    await widget.updateComplete;
    expect(teaser()).to.equal(null);
  });

  it('announces messages on a page with its own launcher, without showing them beside it', async () => {
    const widget = await openWidget({ hideLauncher: true });
    await widget.show();
    await chat.started();
    await widget.hide();
    chat.say(7, 'Are you there?');
    await waitUntil(() => widget.shadowRoot!.querySelector('[role=status]')?.textContent);
    expect(widget.shadowRoot!.querySelector('connect-chat-teaser')).to.equal(null);
  });

  it('animates when it is closed, and does not count as shown', () =>
    withMotion(async () => {
      const widget = await openWidget();
      await widget.show();
      await chat.started();
      const drawn = panel(widget)!;
      await widget.hide();
      expect(panel(widget) === drawn && drawn.hasAttribute('leaving')).to.equal(true);
      expect(widget.isShown).to.equal(false);
      await widget.show();
      expect(panel(widget)!.hasAttribute('leaving'), 'opened again').to.equal(false);
    }));

  it('is gone as soon as it is closed if the visitor prefers reduced motion', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    await widget.hide();
    expect(panel(widget)).to.equal(null);
  });

  it('takes the launcher’s text and place from the theme', async () => {
    const theme = {
      ...fakeConfiguration.theme,
      launcherLabel: 'Ask us',
      launcherOffsetX: 40,
      launcherOffsetY: 60,
    };
    chat.answer(200, { ...fakeConfiguration, theme });
    const widget = await openWidget();
    const { right, bottom, width, height } = launcher(widget)!.getBoundingClientRect();
    expect([innerWidth - right, innerHeight - bottom]).to.deep.equal([40, 60]);
    expect(width).to.be.above(height);
    expect(launcher(widget)!.textContent.trim()).to.equal('Ask us');
    expect(launcher(widget)!.getAttribute('aria-label'), 'says what it shows').to.equal('Ask us');
  });

  it('reads attributes from the markup, and adds none of its own', async () => {
    const widget = await fixture<ConnectChatWidget>(
      html`<connect-chat-widget
        widget-id="w1"
        service-url=${serviceUrl}
        customer-name="Cleo"
        chat-duration-in-minutes="90"
      ></connect-chat-widget>`,
    );
    expect(widget.hasAttribute('mode')).to.equal(false);
    await oneEvent(widget, 'connect-chat-ready');
    await widget.show();
    const start = await chat.started();
    expect([start.displayName, start.chatDurationInMinutes]).to.deep.equal(['Cleo', 90]);
  });

  it('renders the panel when the pointer enters the launcher, and shows it when the launcher is pressed', async () => {
    const widget = await openWidget();
    launcher(widget)!.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => panel(widget) !== null);
    const drawn = panel(widget)!;
    await drawn.updateComplete;
    expect(getComputedStyle(drawn).visibility).to.equal('hidden');
    expect(drawn.offsetHeight).to.be.greaterThan(100);
    expect(chat.sockets, 'nothing is said of it').to.have.length(0);
    expect(kept(localStorage)).to.deep.equal([]);
    launcher(widget)!.click();
    await chat.started();
    expect(panel(widget) === drawn).to.equal(true);
    expect(getComputedStyle(drawn).visibility).to.equal('visible');
    await widget.hide();
    await waitUntil(() => panel(widget) === null, 'until it is closed');
  });

  it('minimises by its button and by Escape, and returns the focus to the launcher', async () => {
    const widget = await openWidget();
    for (const close of [
      () => button(widget, 'Minimise').click(),
      () =>
        panel(widget)!
          .shadowRoot!.querySelector('[role=dialog]')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    ]) {
      await widget.show();
      await panel(widget)!.updateComplete;
      const closed = oneEvent(widget, 'connect-chat-close');
      close();
      await closed;
      await widget.updateComplete;
      await Promise.resolve();
      expect(widget.open).to.equal(false);
      expect(widget.shadowRoot!.activeElement).to.equal(launcher(widget));
      await waitUntil(() => panel(widget) === null);
    }
  });

  it('ends the chat, offers a new one, and forgets the old one when the panel closes', async () => {
    const widget = await openWidget();
    await widget.show();
    await chat.started();
    await panel(widget)!.updateComplete;
    const ended = oneEvent(widget, 'connect-chat-end');
    button(widget, 'End chat').click();
    await panel(widget)!.updateComplete;
    const question = panel(widget)!.shadowRoot!.querySelector('[role=group]')!;
    expect(question.querySelector('p')!.textContent).to.equal('End this chat?');
    await panel(widget)!.updateComplete;
    expect(panel(widget)!.shadowRoot!.activeElement).to.equal(question.querySelector('button'));
    question.querySelector('button')!.click();
    await chat.heard('end');
    chat.end(9);
    expect((await ended).detail).to.deep.equal({ contactId: 'k1' });
    await widget.updateComplete;
    await panel(widget)!.updateComplete;
    expect(panel(widget)!.shadowRoot!.querySelector('.over .main')!.textContent).to.equal('New chat');
    await widget.hide();
    expect(kept(localStorage)).to.deep.equal([]);
  });

  it('opens by its attribute, and by a call before it is loaded', async () => {
    const widget = await fixture<ConnectChatWidget>(
      html`<connect-chat-widget widget-id="w1" service-url=${serviceUrl} open></connect-chat-widget>`,
    );
    const start = widget.startChat();
    await chat.started();
    expect(await start).to.deep.equal({ contactId: 'k1' });
    await widget.updateComplete;
    expect(panel(widget)).not.to.equal(null);
  });

  it('rejects with a stable code, and dispatches the error', async () => {
    const widget = await openWidget();
    const told = oneEvent(widget, 'connect-chat-error');
    const start = widget.startChat().catch((error: Error & { code: string }) => error.code);
    await chat.refuse('TOKEN_REFUSED');
    expect(await start).to.equal('TOKEN_REFUSED');
    expect((await told).detail.code).to.equal('TOKEN_REFUSED');
  });

  it('puts a text into the composer for the visitor to send', async () => {
    const widget = await openWidget();
    await widget.show();
    await widget.prefill('Is it open on Monday?');
    await panel(widget)!.updateComplete;
    const composer = panel(widget)!.shadowRoot!.querySelector('connect-chat-composer')!;
    await composer.updateComplete;
    expect(composer.shadowRoot!.querySelector('textarea')!.value).to.equal('Is it open on Monday?');
  });

  it('has no launcher as a part of the page, and starts a chat with the first message', async () => {
    const widget = await openWidget({ mode: 'inline' });
    widget.send('hello').catch(() => undefined);
    expect(launcher(widget)).to.equal(null);
    expect((await chat.started()).type).to.equal('start');
  });

  it('shows nothing on a website that is not registered', async () => {
    chat.answer(403, { code: 'ORIGIN_REFUSED', message: 'Not registered.' });
    const widget = await fixture<ConnectChatWidget>(
      html`<connect-chat-widget service-url=${serviceUrl}></connect-chat-widget>`,
    );
    const told = oneEvent(widget, 'connect-chat-error');
    widget.widgetId = 'w2';
    expect((await told).detail.code).to.equal('ORIGIN_REFUSED');
    expect(launcher(widget)).to.equal(null);
    widget.open = true;
    const start = await widget.startChat().catch((error: Error & { code: string }) => error.code);
    expect(start).to.equal('ORIGIN_REFUSED');
    expect(chat.sockets, 'and opens no socket').to.have.length(0);
  });
});
