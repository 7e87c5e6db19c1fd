import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { CodeStep } from '../../../../../console/admin/widgets/code/code-step.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { createFakeService } from '../../../../support/console/fake-service.js';
import { control, deepAll, settle, readingOf } from '../../../../support/console/press.js';

const tag = `<script type="module" src="https://chat.example/connect-chat-widget.js"></script>
<connect-chat-widget widget-id="w1"></connect-chat-widget>`;
const path = '/api/widgets/w1/snippet';
const answers = {
  [`GET ${path}`]: '<script>amazon_connect</script>',
  [`GET ${path}?form=element`]: tag,
  [`GET ${path}?form=pinned`]: '<script src="https://chat.example/v/1.2.3-abc/connect-chat-widget.js">',
  'GET /api/widgets/w1/keys': [],
  'GET /api/widgets/w1/activity': { lastChatAt: null, seen: [], refused: [] },
};

async function open(required = false, change: object = {}): Promise<CodeStep> {
  const { request } = createFakeService({ ...answers, ...change });
  const step = await fixture<CodeStep>(
    html`<connect-chat-code-step
      .request=${request}
      widgetId="w1"
      .widget=${sampleWidget({ security: { required } })}
    ></connect-chat-code-step>`,
  );
  await settle();
  return step;
}

describe('<connect-chat-code-step>', () => {
  it('is accessible, with and without tokens', async () => {
    await expect(await open()).to.be.accessible();
    await expect(await open(true)).to.be.accessible();
  });

  it('shows the tag, the snippet and the policy', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('widget-id="w1"');
    expect(text).to.contain('amazon_connect');
    expect(text).to.contain('connect-src https://chat.example wss://chat.example;');
    expect(text).to.contain('Anyone can start a chat');
    expect(text).not.to.contain('Token endpoint');
  });

  it('shows the tag with hashes', async () => {
    const step = await open();
    for (const details of deepAll<HTMLDetailsElement>(step, 'details')) details.open = true;
    await settle();
    expect(readingOf(step)).to.contain('https://chat.example/v/1.2.3-abc/');
    await expect(step).to.be.accessible();
  });

  it('shows the token request, the keys, the endpoint and the token test if tokens are required', async () => {
    const step = await open(true);
    const headings = deepAll(step, 'h2').map(({ textContent }) => textContent);
    expect(headings).to.have.members([
      'Your widget',
      'Code for your website',
      'Security key',
      'Token endpoint',
      'Test a token',
      'Installation check',
    ]);
    expect(readingOf(step)).to.contain("fetch('/token')");
    const language = control<HTMLSelectElement>(step, 'Language');
    language.value = 'Python';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(readingOf(step)).to.contain('pip install flask pyjwt');
  });

  it('opens the widget on the sample page in a new window', async () => {
    const link = control<HTMLAnchorElement>(await open(), 'Try it (opens in a new window)');
    expect([link.getAttribute('href'), link.target]).to.deep.equal(['/demo/?widget-id=w1', '_blank']);
  });

  for (const width of [320, 390])
    it(`scrolls code inside its box where the page is ${width} pixels wide`, async () => {
      const step = await open(true);
      step.style.width = `${width}px`;
      await settle();
      for (const element of deepAll(step, '.card, connect-chat-code-block, pre, textarea, select'))
        expect(element.getBoundingClientRect().width, element.localName).to.be.at.most(width);
      expect(deepAll(step, 'pre').some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).to.equal(
        true,
      );
    });

  it('shows why the code can’t be loaded', async () => {
    const step = await open(false, {
      [`GET ${path}`]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.'),
    });
    expect(readingOf(step)).to.contain('No connection.');
  });
});
