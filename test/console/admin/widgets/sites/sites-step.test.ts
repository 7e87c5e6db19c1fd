import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { SitesStep } from '../../../../../console/admin/widgets/sites/sites-step.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft } from '../../../../support/console/draft-owner.js';
import { deepAll, settle, readingOf, type } from '../../../../support/console/press.js';

const open = async (draft = sampleWidget()): Promise<SitesStep> =>
  ownDraft(
    await fixture<SitesStep>(html`<connect-chat-sites-step .draft=${draft}></connect-chat-sites-step>`),
  );
const options = (step: SitesStep) => deepAll<HTMLInputElement>(step, 'input[type=radio]');

describe('<connect-chat-sites-step>', () => {
  it('is accessible, with and without tokens', async () => {
    await expect(await open()).to.be.accessible();
    await expect(await open(sampleWidget({ security: { required: true } }))).to.be.accessible();
  });

  it('passes on changes of its list of websites', async () => {
    const step = await open();
    type(step, 'Website 1', 'https://other.example');
    expect(step.draft.domains).to.deep.equal(['https://other.example']);
  });

  it('requires no tokens by default, recommends them, and explains what the website needs to do', async () => {
    const step = await open();
    expect(options(step).map((each) => each.checked)).to.deep.equal([false, true]);
    expect(readingOf(step)).to.contain('Recommended');
    expect(readingOf(step)).not.to.contain('What your website needs to do');
    options(step)[0]!.click();
    await settle();
    expect(step.draft.security.required).to.equal(true);
    expect(readingOf(step)).to.contain('What your website needs to do');
  });
});
