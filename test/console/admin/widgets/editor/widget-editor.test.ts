import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { WidgetEditor } from '../../../../../console/admin/widgets/editor/widget-editor.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { createFakeService } from '../../../../support/console/fake-service.js';
import { unfold } from '../../../../support/console/draft-owner.js';
import {
  control,
  deepAll,
  named,
  press,
  readingOf,
  settle,
  type,
} from '../../../../support/console/press.js';

const history = 'GET /api/widgets/w1/history';
const put = 'PUT /api/widgets/w1';

/** A fake service that stores what is saved. */
function serve(changes: Record<string, unknown> = {}) {
  const versions = [{ version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() }];
  return createFakeService({
    [history]: () => structuredClone(versions),
    [put]: (widget: Widget) => {
      versions.unshift({ version: versions.length + 1, savedAt: '', savedBy: 'ada', widget });
    },
    'GET /api/flows': [{ flowId: 'default', name: 'Default flow' }],
    'GET /api/queues': [{ queueId: 'default', name: 'Default queue' }],
    'GET /api/widgets/w1/snippet': '',
    'GET /api/widgets/w1/snippet?form=element': '',
    'GET /api/widgets/w1/snippet?form=pinned': '',
    'GET /api/widgets/w1/activity': { lastChatAt: null, seen: [], refused: [] },
    ...changes,
  });
}

async function open(service = serve(), step = 'look'): Promise<WidgetEditor> {
  const editor = await fixture<WidgetEditor>(
    html`<connect-chat-widget-editor
      .request=${service.request}
      .widgetId=${'w1'}
      .step=${step}
    ></connect-chat-widget-editor>`,
  );
  await settle();
  return editor;
}
const isAccessible = async (editor: WidgetEditor): Promise<void> => {
  // The frame of the preview needs a running service.
  deepAll(editor, 'iframe')[0]?.remove();
  await expect(editor).to.be.accessible();
};
const alertOf = (editor: WidgetEditor): string => readingOf(deepAll(editor, 'connect-chat-save-bar')[0]!);
const frames = async (): Promise<void> => {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await settle();
};
/** Follows a link to another step, and passes the step to the editor, as the page around it does. */
async function follow(editor: WidgetEditor, name: string): Promise<void> {
  const changed = oneEvent(window, 'hashchange');
  press(editor, name);
  await changed;
  editor.step = location.hash.split('/').at(-1) as WidgetEditor['step'];
  await frames();
}

describe('<connect-chat-widget-editor>', () => {
  afterEach(() => window.history.replaceState(null, '', location.pathname + location.search));

  for (const step of ['look', 'sites', 'code', 'history'])
    it(`is accessible: ${step}`, async () => isAccessible(await open(serve(), step)));

  it('is headed by the widget’s name, and marks the current step', async () => {
    const editor = await open(serve(), 'sites');
    expect(deepAll(editor, 'h1').map(({ textContent }) => textContent)).to.deep.equal(['Shop']);
    expect(control(editor, '2 Websites and security').getAttribute('aria-current')).to.equal('step');
  });

  it('previews a valid change at once, also while another field is invalid', async () => {
    const editor = await open();
    const shown = () =>
      deepAll<HTMLElement & { widget: Widget }>(editor, 'connect-chat-widget-preview')[0]!.widget;
    unfold(editor);
    type(editor, 'Customer bubble colour', 'blue');
    await settle();
    expect(control(editor, 'Customer bubble colour').getAttribute('aria-invalid')).to.equal('true');
    expect(readingOf(editor)).to.contain('Enter a hex code such as #0b5fff.');
    type(editor, 'Title', 'Still live');
    type(editor, 'Header colour', '#7a0045');
    await settle();
    const { texts, theme } = shown();
    expect([texts.title, theme.headerColor, theme.customerBubbleColor]).to.deep.equal([
      'Still live',
      '#7a0045',
      '#0b5fff',
    ]);
  });

  it('sets all colours from the brand colour', async () => {
    const service = serve();
    const editor = await open(service);
    type(editor, 'Brand colour', '#7a0045');
    await settle();
    press(editor, 'Save');
    await settle();
    const { theme } = service.asked.find(({ method }) => method === 'PUT')!.body as Widget;
    expect([theme.headerColor, theme.customerBubbleColor, theme.openIcon.backgroundColor]).to.deep.equal([
      '#7a0045',
      '#7a0045',
      '#7a0045',
    ]);
    expect(alertOf(editor)).to.contain('Saved. Open pages update within 2 seconds.');
    expect(editor.isDirty).to.equal(false);
  });

  it('names an invalid field of another step, leads to it, and clears the message once it is valid', async () => {
    const service = serve();
    const editor = await open(service);
    unfold(editor);
    type(editor, 'Customer bubble colour', 'blue');
    editor.step = 'sites';
    await settle();
    press(editor, 'Save and continue');
    await settle();
    expect(alertOf(editor)).to.contain(
      'Not saved. Customer bubble colour: enter a hex code such as #0b5fff.',
    );
    expect(service.asked.some(({ method }) => method === 'PUT')).to.equal(false);
    await follow(editor, 'Customer bubble colour');
    const field = control(editor, 'Customer bubble colour');
    expect((field.getRootNode() as ShadowRoot).activeElement?.id).to.equal(field.id);
    type(editor, 'Customer bubble colour', '#0000ff');
    await settle();
    expect(alertOf(editor)).not.to.contain('Not saved.');
    press(editor, 'Save');
    await settle();
    expect(editor.isDirty).to.equal(false);
  });

  it('opens the collapsed section of an invalid field', async () => {
    const editor = await open();
    unfold(editor);
    type(editor, 'Size (pixels)', '1000');
    for (const each of deepAll<HTMLDetailsElement>(editor, 'details')) each.open = false;
    await settle();
    press(editor, 'Save');
    await frames();
    expect(named(editor, 'Size (pixels)')).to.have.length(1);
    expect(alertOf(editor)).to.contain(
      'Launcher size: enter the width and height of the launcher in pixels: 44 to 96.',
    );
  });

  it('shows in the bar that the service is down, and keeps the input', async () => {
    const service = serve({ [put]: new ServiceRefusal('UNREACHABLE', 0, 'The service cannot be reached.') });
    const editor = await open(service);
    type(editor, 'Title', 'Kept');
    await settle();
    press(editor, 'Save');
    await settle();
    expect(alertOf(editor)).to.contain('Not saved. The service cannot be reached.');
    expect(control<HTMLInputElement>(editor, 'Title').value).to.equal('Kept');
    service.answers[put] = undefined;
    press(editor, 'Save');
    await settle();
    expect(alertOf(editor)).not.to.contain('Not saved.');
  });

  it('discards unsaved changes', async () => {
    const editor = await open();
    type(editor, 'Title', 'Other');
    await settle();
    press(editor, 'Discard');
    await settle();
    expect(control<HTMLInputElement>(editor, 'Title').value).to.equal('Chat with us');
    expect(alertOf(editor)).to.contain('All changes saved');
  });

  it('asks what to do with changes that conflict with someone else’s', async () => {
    const service = serve();
    const editor = await open(service);
    type(editor, 'Title', 'Mine');
    await settle();
    const theirs = [
      { version: 2, savedAt: '', savedBy: 'paul', widget: sampleWidget({ language: 'de' }) },
      { version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() },
    ];
    service.answers[put] = new ServiceRefusal('VERSION_CONFLICT', 412, 'Changed.');
    service.answers[history] = theirs;
    press(editor, 'Save');
    await settle();
    expect(readingOf(editor)).to.contain('paul saved while you were editing');
    service.answers[put] = undefined;
    press(editor, 'Keep both');
    await settle();
    expect(named(editor, 'Keep both')).to.have.length(0);
    const { texts, language } = service.asked.filter(({ method }) => method === 'PUT').at(-1)!.body as Widget;
    expect([texts.title, language]).to.deep.equal(['Mine', 'de']);
  });

  it('shows why the widget can’t be loaded, and links back to the list', async () => {
    const editor = await open(
      serve({ [history]: new ServiceRefusal('WIDGET_NOT_FOUND', 404, 'There is no such widget.') }),
    );
    expect(readingOf(editor)).to.equal('There is no such widget. Back to widgets');
  });
});
