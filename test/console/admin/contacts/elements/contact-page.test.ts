import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { ContactPage } from '../../../../../console/admin/contacts/elements/contact-page.js';
import { createFakeService } from '../../../../support/console/fake-service.js';
import { deepAll, press, settle, textOf, type } from '../../../../support/console/press.js';

const contact = {
  ...{ contactId: 'c1', widgetId: 'w1', state: 'ENDED', customerName: 'Nina', agentIds: ['a1'] },
  ...{ startedAt: '2026-03-01T10:00:00.000Z', endedAt: '2026-03-01T10:05:00.000Z', disposition: 'Solved' },
  ...{ tags: ['Refund'], leftMessage: false },
  survey: { kind: 'STARS', rating: 5, comment: '', at: '2026-03-01T10:06:00.000Z' },
};
const choices = {
  widgets: [{ id: 'w1', name: 'Shop' }],
  queues: [{ id: 'default', name: 'Everybody' }],
  agents: [{ id: 'a1', name: 'Ada' }],
  tags: ['Refund'],
};

async function open(query = '', answers: Record<string, unknown> = {}) {
  const service = createFakeService({
    'GET /api/contacts/filters': choices,
    'GET /api/contacts/count': { count: 1, isMore: false },
    'GET /api/contacts': { contacts: [contact], nextCursor: null },
    ...answers,
  });
  // The fake service knows paths without queries.
  const asked: string[] = [];
  const request: typeof service.request = (method, path, ...rest) => {
    asked.push(path);
    return service.request(method, path.split('?')[0]!, ...rest);
  };
  const page = await fixture<ContactPage>(
    html`<connect-chat-contact-page
      .request=${request}
      .query=${query}
      .now=${() => Date.parse('2026-03-02T00:00:00Z')}
    ></connect-chat-contact-page>`,
  );
  await settle();
  return { page, asked };
}

describe('<connect-chat-contact-page>', () => {
  afterEach(() => (location.hash = ''));

  it('has no barriers, and lists contacts with their names', async () => {
    const { page } = await open();
    await expect(page).to.be.accessible();
    const text = textOf(page);
    for (const part of ['1 contact', 'Nina', 'Shop', 'with Ada', 'Solved', 'Refund', '5 of 5 stars'])
      expect(text).to.include(part);
  });
  it('asks the service for what the address says', async () => {
    const { page, asked } = await open('q=refund&state=ENDED');
    expect(asked).to.include('/api/contacts?q=refund&state=ENDED&limit=50');
    const [csv] = deepAll(page, 'a[download]').map((each) => each.getAttribute('href'));
    expect(csv).to.equal('/api/contacts/export?q=refund&state=ENDED&format=csv');
    expect(textOf(page)).to.include('Filters (1)');
  });
  it('puts a search into the address', async () => {
    const { page } = await open();
    type(page, 'Words', 'two words');
    await settle();
    press(page, 'Search');
    expect(location.hash).to.equal('#/contacts?q=two+words');
  });
  it('names a filter that is wrong, and does not search', async () => {
    const { page } = await open('state=ENDED');
    type(page, 'Attribute', 'order');
    await settle();
    press(page, 'Search');
    await settle();
    expect(textOf(page)).to.include('name:value');
    expect(location.hash).to.equal('');
  });
  it('says that contacts may be missing while the index is filled', async () => {
    const page = await open('q=x', {
      'GET /api/contacts': { contacts: [], nextCursor: null, incomplete: true },
    });
    expect(textOf(page.page)).to.include('some may still be missing');
    expect(textOf(page.page)).to.include('No contacts found.');
  });
});
