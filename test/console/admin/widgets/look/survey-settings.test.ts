import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { SurveySettings } from '../../../../../console/admin/widgets/look/survey-settings.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import { control, named, press, readingOf, settle, type } from '../../../../support/console/press.js';

async function open(problems: [string, string][] = []): Promise<SurveySettings> {
  const settings = ownDraft(
    await fixture<SurveySettings>(
      html`<connect-chat-survey-settings
        .draft=${sampleWidget()}
        .problems=${new Map(problems)}
      ></connect-chat-survey-settings>`,
    ),
  );
  unfold(settings);
  return settings;
}
async function choose(settings: SurveySettings, text: string): Promise<void> {
  const select = control<HTMLSelectElement>(settings, 'Rating');
  select.value = [...select.options].find((option) => option.text === text)!.value;
  select.dispatchEvent(new Event('change'));
  await settle();
}

describe('<connect-chat-survey-settings>', () => {
  it('is accessible, without and with a rating', async () => {
    const settings = await open();
    await expect(settings).to.be.accessible();
    await choose(settings, '1 to 5 stars');
    await expect(settings).to.be.accessible();
  });

  it('asks for no rating by default', async () => {
    const settings = await open();
    expect(readingOf(settings)).to.contain('Rating: Off');
    expect(named(settings, 'Question')).to.deep.equal([]);
    expect(named(settings, 'Let visitors add a comment')).to.deep.equal([]);
  });

  it('asks for the question and the comment once chats are rated', async () => {
    const settings = await open();
    await choose(settings, 'Thumbs up or down');
    expect(readingOf(settings)).to.contain('Rating: Thumbs up or down');
    type(settings, 'Question', 'Happy?');
    press(settings, 'Let visitors add a comment');
    await settle();
    expect(settings.draft.survey).to.deep.equal({ kind: 'THUMBS', question: 'Happy?', comment: false });
    expect(control<HTMLInputElement>(settings, 'Let visitors add a comment').checked).to.equal(false);
  });

  it('shows a problem beside its field and in its heading', async () => {
    const settings = await open([['/survey/kind', 'Choose one of the three.']]);
    expect(control(settings, 'Rating').getAttribute('aria-invalid')).to.equal('true');
    expect(readingOf(settings)).to.contain('Choose one of the three.').and.to.contain('Needs attention');
  });
});
