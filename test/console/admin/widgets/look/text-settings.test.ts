import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { TextSettings } from '../../../../../console/admin/widgets/look/text-settings.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft } from '../../../../support/console/draft-owner.js';
import { control, settle, type } from '../../../../support/console/press.js';

const open = async (draft = sampleWidget()): Promise<TextSettings> =>
  ownDraft(
    await fixture<TextSettings>(
      html`<connect-chat-text-settings .draft=${draft}></connect-chat-text-settings>`,
    ),
  );

describe('<connect-chat-text-settings>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('changes the title, the welcome message and the language', async () => {
    const settings = await open();
    type(settings, 'Title', 'Ask the baker');
    type(settings, 'Welcome message (optional)', 'Hi!');
    const language = control<HTMLSelectElement>(settings, 'Language');
    language.value = 'de';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    const { texts, language: chosen } = settings.draft;
    expect([texts.title, texts.welcome, chosen]).to.deep.equal(['Ask the baker', 'Hi!', 'de']);
  });

  it('keeps a language that is not in the list', async () => {
    const settings = await open(sampleWidget({ language: 'nl' }));
    expect(control<HTMLSelectElement>(settings, 'Language').value).to.equal('nl');
  });

  it('shows a problem beside its field', async () => {
    const settings = await open();
    settings.problems = new Map([['/texts/title', 'Enter a text of 1 to 100 characters.']]);
    await settle();
    const field = control(settings, 'Title');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(
      settings.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!)!.textContent,
    ).to.equal('Enter a text of 1 to 100 characters.');
  });
});
