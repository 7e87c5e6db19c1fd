import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { WidgetList } from '../../../../../console/admin/widgets/list/widget-list.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, press, readingOf, settle, type } from '../../../../support/console/press.js';

const list = 'GET /api/widgets';
const shop = { ...sampleWidget(), widgetId: 'w1' };
const fifty = Array.from({ length: 50 }, (_, index) => `https://shop${index}.example`);
const activity = { lastChatAt: '2026-06-01T11:00:00Z', seen: [], refused: [] };
const serve = (answers: object = {}): FakeService =>
  createFakeService({ [list]: [shop], 'GET /api/widgets/w1/activity': activity, ...answers });

async function open(service = serve()): Promise<WidgetList> {
  const element = await fixture<WidgetList>(
    html`<connect-chat-widget-list
      .request=${service.request}
      .now=${() => Date.parse('2026-06-01T12:00:00Z')}
    ></connect-chat-widget-list>`,
  );
  await settle();
  return element;
}

describe('<connect-chat-widget-list>', () => {
  afterEach(() => window.history.replaceState(null, '', location.pathname + location.search));

  it('is accessible, with widgets, without any, and with a question', async () => {
    const element = await open();
    await expect(element).to.be.accessible();
    press(element, 'Delete Shop');
    await settle();
    await expect(element).to.be.accessible();
    await expect(await open(serve({ [list]: [] }))).to.be.accessible();
  });

  it('shows each widget with its websites, its security and its last chat', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('Shop https://shop.example Open to everyone Last chat 1 hour ago');
    expect(readingOf(await open(serve({ [list]: [{ ...shop, domains: fifty }] })))).to.contain(
      'https://shop0.example, https://shop1.example, https://shop2.example and 47 more',
    );
    expect(readingOf(await open(serve({ [list]: [{ ...shop, domains: [] }] })))).to.contain(
      'No websites yet',
    );
  });

  it('tries a widget on the sample page, in a new window', async () => {
    const link = control<HTMLAnchorElement>(await open(), 'Try it: Shop (opens in a new window)');
    expect([link.getAttribute('href'), link.target, link.rel]).to.deep.equal([
      '/demo/?widget-id=w1',
      '_blank',
      'noopener',
    ]);
  });

  it('creates the first widget from the empty list, and opens it', async () => {
    const service = serve({ [list]: [], 'POST /api/widgets': { widgetId: 'w2' } });
    const element = await open(service);
    expect(readingOf(element)).to.contain('No widgets yet');
    press(element, 'Create your first widget');
    await settle();
    press(element, 'Create widget');
    await settle();
    expect(readingOf(element)).to.contain('Create widget');
  });

  it('requires a name to create a widget', async () => {
    const service = serve({ 'POST /api/widgets': { widgetId: 'w2' } });
    const element = await open(service);
    press(element, 'Create widget');
    await settle();
    element.shadowRoot!.querySelector<HTMLFormElement>('form')!.requestSubmit();
    await settle();
    expect(readingOf(element)).to.contain('Enter a name.');
    type(element, 'Name', ' Corner ');
    element.shadowRoot!.querySelector<HTMLFormElement>('form')!.requestSubmit();
    await settle();
    expect(service.asked.at(-1)).to.deep.include({ method: 'POST', body: { name: 'Corner' } });
    expect(location.hash).to.equal('#/widgets/w2/look');
  });

  it('deletes a widget after its name was typed', async () => {
    const service = serve();
    const element = await open(service);
    press(element, 'Delete Shop');
    await settle();
    expect(readingOf(element)).to.contain(
      'The chat disappears from your sites immediately. Keys are deleted; transcripts are kept.',
    );
    type(element, 'Type Shop to confirm', 'Shup');
    press(element, 'Delete widget');
    await settle();
    expect(readingOf(element)).to.contain('Type Shop exactly as shown.');
    type(element, 'Type Shop to confirm', 'Shop');
    press(element, 'Delete widget');
    await settle();
    expect(readingOf(element)).to.contain('Shop was deleted.');
  });

  it('shows why the list can’t be loaded, and tries again', async () => {
    const service = serve({ [list]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.') });
    const element = await open(service);
    expect(readingOf(element)).to.contain('No connection.');
    service.answers[list] = [shop];
    press(element, 'Try again');
    await settle();
    expect(readingOf(element)).to.contain('https://shop.example');
  });
});
