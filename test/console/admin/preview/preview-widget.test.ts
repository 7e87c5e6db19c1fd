import { expect, fixtureCleanup } from '@open-wc/testing';
import type { PreviewState, PreviewView } from '../../../../console/admin/preview/preview-view.js';
import { PreviewWidget } from '../../../../console/admin/preview/preview-widget.js';
import { toWidgetConfiguration } from '../../../../shared/to-widget-configuration.js';
import { en } from '../../../../shared/visitor-texts/en.js';
import { sampleWidget } from '../../../support/console/admin-fixtures.js';
import { named, readingOf, settle, type } from '../../../support/console/press.js';

if (!customElements.get('connect-chat-preview-widget'))
  customElements.define('connect-chat-preview-widget', PreviewWidget);

const view = (change: Partial<PreviewView> = {}, widget = sampleWidget()): PreviewView => ({
  configuration: toWidgetConfiguration('preview', widget),
  texts: en,
  state: 'chat',
  scheme: 'light',
  direction: 'auto',
  language: '',
  ...change,
});

describe('PreviewWidget', () => {
  let widget: PreviewWidget;
  afterEach(() => {
    widget.remove();
    fixtureCleanup();
  });
  async function open(first = view()): Promise<PreviewWidget> {
    widget = new PreviewWidget();
    widget.configuration = first.configuration;
    document.body.append(widget);
    await show(first);
    return widget;
  }
  async function show(next: PreviewView): Promise<void> {
    await widget.view(next);
    await settle();
    await settle();
  }

  it('shows a sample chat, without a service', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('Hi, I’m Maria.').and.to.contain(en.greeting);
  });

  it('closes its panel in the state in which it is closed, and opens it in the others', async () => {
    await open();
    expect(widget.open).to.equal(true);
    await show(view({ state: 'closed' }));
    expect(widget.open).to.equal(false);
    await show(view({ state: 'questions' }));
    expect(widget.open).to.equal(true);
  });

  it('shows a title as it is edited', async () => {
    await open();
    const { texts } = sampleWidget();
    await show(view({}, sampleWidget({ texts: { ...texts, title: 'Ask the corner shop' } })));
    expect(readingOf(widget)).to.contain('Ask the corner shop');
  });

  it('keeps what is tried out while colours are edited', async () => {
    await open();
    type(widget, 'Message', 'half a thou');
    const { theme } = sampleWidget();
    await show(view({}, sampleWidget({ theme: { ...theme, headerColor: '#7a0045' } })));
    expect(named<HTMLTextAreaElement>(widget, 'Message')[0]!.value).to.equal('half a thou');
  });

  it('says what the edited texts say', async () => {
    await open();
    await show(view({ texts: { ...en, greeting: 'Ahoy!' } }));
    expect(readingOf(widget)).to.contain('Ahoy!').and.not.to.contain(en.greeting);
  });

  it('is outside opening hours in that state only', async () => {
    await open();
    expect(await widget.lookAway()).to.equal(null);
    const { away } = sampleWidget();
    const closed = sampleWidget({ away: { ...away, whenClosed: 'LEAVE_MESSAGE' } });
    await show(view({ state: 'away' }, closed));
    expect(await widget.lookAway()).to.equal('CLOSED');
  });

  it('follows the direction and the colour scheme that are chosen', async () => {
    await open(view({ direction: 'rtl', scheme: 'dark' }));
    expect(widget.dir).to.equal('rtl');
    expect(widget.configuration!.theme.colorScheme).to.equal('dark');
    await show(view());
    expect([widget.dir, widget.configuration!.theme.colorScheme]).to.deep.equal(['', 'light']);
  });

  for (const state of ['open', 'nobody', 'ended', 'error'] as const satisfies readonly PreviewState[])
    it(`shows its panel: ${state}`, async () => {
      await open(view({ state }));
      expect(readingOf(widget)).to.contain(sampleWidget().texts.title);
    });
});
