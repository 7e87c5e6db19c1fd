import { expect } from '@open-wc/testing';
import { previewReady, type PreviewView } from '../../../../console/admin/preview/preview-view.js';
import { toWidgetConfiguration } from '../../../../shared/to-widget-configuration.js';
import { en } from '../../../../shared/visitor-texts/en.js';
import { sampleWidget } from '../../../support/console/admin-fixtures.js';
import { readingOf, settle } from '../../../support/console/press.js';
import { waitUntil } from '../../../support/wait-until.js';

const view = (change: Partial<PreviewView> = {}): PreviewView => ({
  configuration: toWidgetConfiguration('preview', sampleWidget()),
  texts: en,
  state: 'chat',
  scheme: 'dark',
  direction: 'rtl',
  language: 'ar',
  ...change,
});
/** Posts a message to this page, as the page around the frame does. */
async function post(data: unknown, change: MessageEventInit = {}): Promise<void> {
  dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: parent, ...change }));
  await settle();
  await settle();
}
const widgets = () => [...document.querySelectorAll<HTMLElement>('connect-chat-preview-widget')];

describe('the page in the frame of the preview', () => {
  const { dir, lang } = document.documentElement;
  const heard: unknown[] = [];
  before(async () => {
    const isReady = new Promise<void>((resolve) => {
      parent.addEventListener('message', ({ data }) => {
        heard.push(data);
        if (data === previewReady) resolve();
      });
    });
    await import('../../../../console/admin/preview/main.js');
    await isReady;
  });
  after(() => {
    for (const widget of widgets()) widget.remove();
    Object.assign(document.documentElement, { dir, lang });
    delete document.documentElement.dataset.scheme;
  });

  it('tells the page around it that it listens', () => {
    expect(heard).to.include(previewReady);
  });

  it('shows nothing that another origin, another window or another tool posts', async () => {
    await post(view(), { origin: 'https://elsewhere.example' });
    await post(view(), { source: null });
    await post({ topic: 'something else' });
    expect(widgets()).to.have.length(0);
  });

  it('shows the widget of a view, in its language, direction and colour scheme', async () => {
    await post(view());
    const { documentElement: page } = document;
    expect([page.dir, page.lang, page.dataset.scheme]).to.deep.equal(['rtl', 'ar', 'dark']);
    const { title } = sampleWidget().texts;
    await waitUntil(() => readingOf(widgets()[0]!).includes(title), 'the panel is loaded when it opens');
  });

  it('updates that widget with the next view', async () => {
    await post(view({ direction: 'auto', language: '', scheme: 'light' }));
    const { documentElement: page } = document;
    expect(widgets()).to.have.length(1);
    expect([page.dir, page.lang, page.dataset.scheme]).to.deep.equal(['', 'en', 'light']);
  });
});
