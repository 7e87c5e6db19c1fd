import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import { previewReady, type PreviewView } from '../../../../../console/admin/preview/preview-view.js';
import type { WidgetPreview } from '../../../../../console/admin/widgets/look/widget-preview.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { deepAll, settle } from '../../../../support/console/press.js';

/** Opens a preview with an empty frame, and records the views that are posted to it. */
async function open(widget = sampleWidget(), size = 'width: 720px') {
  const place = await fixture<HTMLElement>(html`<div .style=${size}></div>`);
  const preview = document.createElement('connect-chat-widget-preview');
  preview.widget = widget;
  place.append(preview);
  await preview.updateComplete;
  const frame = preview.shadowRoot!.querySelector('iframe')!;
  frame.src = 'about:blank';
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const views: PreviewView[] = [];
  frame.contentWindow!.postMessage = (view: unknown) => void views.push(view as PreviewView);
  const say = async (data: unknown, change: MessageEventInit = {}) => {
    const init = { data, origin: location.origin, source: frame.contentWindow, ...change };
    dispatchEvent(new MessageEvent('message', init));
    await settle();
  };
  return { preview, frame, views, say };
}
async function choose(preview: WidgetPreview, label: string, text: string): Promise<void> {
  const box = deepAll<HTMLLabelElement>(preview, 'label').find((each) =>
    each.textContent.trim().startsWith(label),
  )!.control as HTMLSelectElement;
  box.value = [...box.options].find((option) => option.text === text)!.value;
  box.dispatchEvent(new Event('change'));
  await settle();
}
const remarkOf = (preview: WidgetPreview) =>
  preview.shadowRoot!.querySelector('[role="status"]')!.textContent.trim();
const withSurvey = (kind: Widget['survey']['kind']) =>
  sampleWidget({ survey: { ...sampleWidget().survey, kind } });

describe('<connect-chat-widget-preview>', () => {
  it('is accessible, the frame included in name', async () => {
    const { preview, frame } = await open();
    expect(frame.title).to.equal('The widget as visitors see it');
    frame.remove();
    await expect(preview).to.be.accessible();
  });

  it('sends nothing before the page in the frame listens, then what is edited', async () => {
    const { views, say } = await open();
    expect(views).to.deep.equal([]);
    await say(previewReady);
    const [view] = views;
    expect([view!.state, view!.scheme, view!.direction, view!.language]).to.deep.equal([
      'chat',
      'light',
      'auto',
      '',
    ]);
    expect(view!.configuration.texts.title).to.equal('Chat with us');
  });

  it('listens to its own frame alone, of its own origin', async () => {
    const { views, say } = await open();
    await say(previewReady, { origin: 'https://elsewhere.example' });
    await say(previewReady, { source: window });
    await say('something else');
    expect(views).to.deep.equal([]);
  });

  it('shows each change of the draft at once', async () => {
    const { preview, views, say } = await open();
    await say(previewReady);
    const { theme } = sampleWidget();
    preview.widget = sampleWidget({ theme: { ...theme, headerColor: '#7a0045' } });
    await settle();
    expect(views.at(-1)!.configuration.theme.headerColor).to.equal('#7a0045');
  });

  it('shows another moment, theme and direction', async () => {
    const { preview, views, say } = await open();
    await say(previewReady);
    await choose(preview, 'State', 'Chat ended');
    await choose(preview, 'Theme', 'Dark');
    await choose(preview, 'Direction', 'Right to left');
    const { state, scheme, direction } = views.at(-1)!;
    expect([state, scheme, direction]).to.deep.equal(['ended', 'dark', 'rtl']);
  });

  it('speaks another language with the texts of that language', async () => {
    const { preview, views, say } = await open();
    await say(previewReady);
    const english = views.at(-1)!.texts.welcome;
    await choose(preview, 'Language', 'Deutsch');
    const { language, texts } = views.at(-1)!;
    expect(language).to.equal('de');
    expect(texts.welcome).not.to.equal(english);
  });

  it('explains why a state looks like another one', async () => {
    const { preview } = await open(withSurvey('OFF'));
    expect(remarkOf(preview)).to.equal('');
    await choose(preview, 'State', 'Pre-chat questions');
    expect(remarkOf(preview)).to.equal('No pre-chat questions: the first message starts the chat.');
    preview.widget = { ...withSurvey('OFF'), startOn: 'open' };
    await settle();
    expect(remarkOf(preview)).to.equal('No pre-chat questions: chats start immediately.');
    await choose(preview, 'State', 'Chat ended');
    expect(remarkOf(preview)).to.equal('Rating is off: chats end without a question.');
    preview.widget = withSurvey('STARS');
    await settle();
    expect(remarkOf(preview)).to.equal('');
  });

  it('shows the whole screen, however narrow its place is', async () => {
    const wide = await open(sampleWidget(), 'width: 720px');
    const narrow = await open(sampleWidget(), 'width: 360px');
    const widthOf = ({ preview }: Awaited<ReturnType<typeof open>>) =>
      preview.shadowRoot!.querySelector('.screen')!.getBoundingClientRect().width;
    await settle();
    expect(widthOf(narrow)).to.be.at.most(360);
    expect(widthOf(wide)).to.be.above(widthOf(narrow));
  });

  it('shows a phone where that is chosen', async () => {
    const { preview, frame } = await open();
    await choose(preview, 'Device', 'Phone');
    expect(frame.style.width).to.equal('390px');
  });
});
