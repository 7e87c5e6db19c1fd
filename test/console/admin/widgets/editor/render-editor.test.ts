import { expect, fixture, html } from '@open-wc/testing';
import { AllowDomainEvent } from '../../../../../console/admin/widgets/code/allow-domain-event.js';
import { EditorActionEvent } from '../../../../../console/admin/widgets/editor/editor-action-event.js';
import { initialEditor } from '../../../../../console/admin/widgets/editor/editor-state.js';
import {
  renderEditor,
  renderUnread,
  type EditorView,
} from '../../../../../console/admin/widgets/editor/render-editor.js';
import { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import { RestoreEvent } from '../../../../../console/admin/widgets/history/restore-event.js';
import { openDraft } from '../../../../../console/admin/widgets/state/draft-state.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { control, readingOf } from '../../../../support/console/press.js';

const version = { version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() };
const draft = openDraft([version]);

/** Renders the editor without defining its elements: only the frame around the steps is tested. */
async function open(change: Partial<EditorView> = {}) {
  const calls: unknown[][] = [];
  const view: EditorView = {
    widgetId: 'w/1',
    step: 'sites',
    state: { ...initialEditor, draft },
    editing: {
      set: (...given: unknown[]) => void calls.push(['set', ...given]),
      allow: async (...given: unknown[]) => void calls.push(['allow', ...given]),
      restore: async (...given: unknown[]) => void calls.push(['restore', ...given]),
    },
    request: async () => undefined,
    onAction: ({ action }) => void calls.push(['action', action]),
    ...change,
  };
  const place = await fixture<HTMLElement>(html`<div>${renderEditor(view, draft)}</div>`);
  return { place, calls };
}

describe('the frame of the widget editor', () => {
  it('is headed by the saved name, and links back to the list', async () => {
    const { place } = await open();
    expect(place.querySelector('h1')!.textContent).to.equal('Shop');
    expect(control(place, 'Widgets').getAttribute('href')).to.equal('#/widgets');
  });

  it('links to every step, and marks the current one', async () => {
    const { place } = await open();
    const links = [...place.querySelectorAll('nav a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
      ['1 Look', '#/widgets/w%2F1/look'],
      ['2 Websites and security', '#/widgets/w%2F1/sites'],
      ['3 Code and keys', '#/widgets/w%2F1/code'],
      ['History', '#/widgets/w%2F1/history'],
    ]);
    expect(links.filter((link) => link.getAttribute('aria-current') === 'step')).to.deep.equal([links[1]]);
  });

  for (const step of ['look', 'sites', 'code', 'history'] as const)
    it(`shows the step that the address names: ${step}`, async () => {
      const { place } = await open({ step });
      const shown = [...place.querySelectorAll('*')].map(({ localName }) => localName);
      expect(shown.filter((name) => name.endsWith('-step'))).to.deep.equal([`connect-chat-${step}-step`]);
    });

  it('passes the requests of a step to the model', async () => {
    const { place, calls } = await open();
    const step = place.querySelector('connect-chat-sites-step')!;
    step.dispatchEvent(new DraftEvent('/name', 'Corner'));
    step.dispatchEvent(new AllowDomainEvent('https://blog.example'));
    step.dispatchEvent(new RestoreEvent(version));
    expect(calls).to.deep.equal([
      ['set', '/name', 'Corner'],
      ['allow', 'https://blog.example'],
      ['restore', version],
    ]);
  });

  it('hears the buttons of the save bar and of the conflict dialog', async () => {
    const conflict = {
      kind: 'conflict',
      by: 'bob',
      merged: { widget: sampleWidget(), theirs: [], conflicts: [] },
    };
    const { place, calls } = await open({ state: { ...initialEditor, draft, conflict: conflict as never } });
    place.querySelector('connect-chat-save-bar')!.dispatchEvent(new EditorActionEvent('save'));
    place.querySelector('connect-chat-conflict-dialog')!.dispatchEvent(new EditorActionEvent('keep-mine'));
    expect(calls).to.deep.equal([
      ['action', 'save'],
      ['action', 'keep-mine'],
    ]);
    expect((await open()).place.querySelector('connect-chat-conflict-dialog')).to.equal(null);
  });
});

describe('the widget editor before its widget is loaded', () => {
  it('announces that it loads', async () => {
    const place = await fixture<HTMLElement>(html`<div>${renderUnread(initialEditor)}</div>`);
    expect(place.querySelector('[role="status"]')!.textContent).to.equal('Loading…');
  });

  it('shows why it can’t load, and links back to the list', async () => {
    const content = renderUnread({ ...initialEditor, failure: 'There is no such widget.' });
    const place = await fixture<HTMLElement>(html`<div>${content}</div>`);
    expect(readingOf(place.querySelector('[role="alert"]')!)).to.equal('There is no such widget.');
    expect(control(place, 'Back to widgets').getAttribute('href')).to.equal('#/widgets');
  });
});
