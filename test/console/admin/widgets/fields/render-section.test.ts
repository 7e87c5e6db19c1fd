import { expect, fixture, html } from '@open-wc/testing';
import { renderSection, type Section } from '../../../../../console/admin/widgets/fields/render-section.js';
import { named, readingOf } from '../../../../support/console/press.js';

const open = (change: Partial<Section> = {}) =>
  fixture<HTMLDetailsElement>(
    renderSection({
      heading: 'Launcher',
      summary: 'Bottom right, 58 px',
      content: html`<label>Label <input /></label>`,
      ...change,
    }),
  );

describe('a section of settings', () => {
  it('is accessible, and headed', async () => {
    const section = await open({ hasProblem: true });
    await expect(section).to.be.accessible();
    expect(section.querySelector('h2')!.textContent).to.equal('Launcher');
  });

  it('is folded, and sums up what is inside', async () => {
    const section = await open();
    expect(named(section, 'Label')).to.deep.equal([]);
    expect(readingOf(section.querySelector('summary')!)).to.equal('Launcher Bottom right, 58 px');
  });

  it('shows its settings once it is pressed', async () => {
    const section = await open();
    section.querySelector('summary')!.click();
    expect(named(section, 'Label')).to.have.length(1);
  });

  it('says while it is folded that something inside is wrong', async () => {
    expect(readingOf((await open({ hasProblem: true })).querySelector('summary')!)).to.contain(
      'Needs attention',
    );
    expect(readingOf(await open({ hasProblem: false }))).not.to.contain('Needs attention');
  });
});
