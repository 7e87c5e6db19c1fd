import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import type { VisitorTextsEditor } from '../../../../../console/admin/widgets/look/visitor-texts.js';
import { withMember } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { defaultTexts } from '../../../../../shared/visitor-texts/default-texts.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

/** Opens the editor with an owner that passes every change down. */
async function open(changes: Partial<Widget> = {}, problems: [string, string][] = []) {
  const editor = await fixture<VisitorTextsEditor>(
    html`<connect-chat-visitor-texts
      .draft=${sampleWidget(changes)}
      .problems=${new Map(problems)}
      @connect-chat-draft=${({ pointer, value }: DraftEvent) => {
        editor.draft = withMember(editor.draft, pointer, value);
      }}
    ></connect-chat-visitor-texts>`,
  );
  return editor;
}
const box = (editor: VisitorTextsEditor, label: string): HTMLTextAreaElement => {
  const found = [...editor.shadowRoot!.querySelectorAll('label')].find(
    ({ textContent }) => textContent === label,
  )!;
  return editor.shadowRoot!.querySelector(`#${found.htmlFor}`)!;
};
async function type(editor: VisitorTextsEditor, label: string, text: string): Promise<void> {
  const area = box(editor, label);
  area.value = text;
  area.dispatchEvent(new Event('input'));
  await editor.updateComplete;
}
async function speak(editor: VisitorTextsEditor, tag: string): Promise<void> {
  const select = editor.shadowRoot!.querySelector('select')!;
  select.value = tag;
  select.dispatchEvent(new Event('change'));
  await editor.updateComplete;
}

describe('<connect-chat-visitor-texts>', () => {
  it('is accessible', async () => {
    const editor = await open({}, [['/texts/byLanguage/en/greeting', 'Too long.']]);
    await expect(editor).to.be.accessible();
  });

  it('shows the widget’s language first, with the default texts as placeholders', async () => {
    const editor = await open({ language: 'de' });
    expect(editor.shadowRoot!.querySelector('select')!.value).to.equal('de');
    expect(box(editor, 'Greeting').placeholder).to.equal(defaultTexts.de.greeting);
    expect(box(editor, 'Greeting').value).to.equal('');
  });

  it('keeps the texts of each language apart', async () => {
    const editor = await open();
    await type(editor, 'Greeting', 'Howdy!');
    await speak(editor, 'fr');
    expect(box(editor, 'Greeting').value).to.equal('');
    await type(editor, 'Greeting', 'Coucou !');
    expect(editor.draft.texts.byLanguage).to.deep.equal({
      en: { greeting: 'Howdy!' },
      fr: { greeting: 'Coucou !' },
    });
    await speak(editor, 'en');
    expect(box(editor, 'Greeting').value).to.equal('Howdy!');
  });

  it('removes an emptied text', async () => {
    const editor = await open();
    await type(editor, 'Welcome', 'Hey');
    await type(editor, 'Welcome', '');
    expect(editor.draft.texts.byLanguage).to.deep.equal({});
  });

  it('shows a problem beside its text', async () => {
    const editor = await open({}, [['/texts/byLanguage/en/title', 'A text of at most 100 characters.']]);
    const title = box(editor, 'Title');
    expect(title.getAttribute('aria-invalid')).to.equal('true');
    const error = editor.shadowRoot!.querySelector(`#${title.getAttribute('aria-describedby')}`)!;
    expect(error.textContent).to.equal('A text of at most 100 characters.');
  });
});
