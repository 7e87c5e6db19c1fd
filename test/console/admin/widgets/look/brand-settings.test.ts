import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { BrandSettings } from '../../../../../console/admin/widgets/look/brand-settings.js';
import { colourNames } from '../../../../../console/admin/widgets/state/colour-texts.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import { colourPointers } from '../../../../../shared/theme-colours.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import {
  control,
  deepAll,
  named,
  press,
  settle,
  readingOf,
  type,
} from '../../../../support/console/press.js';

async function open(draft: Widget = sampleWidget(), brand = '#0b5fff'): Promise<BrandSettings> {
  const settings = await fixture<BrandSettings>(
    html`<connect-chat-brand-settings .draft=${draft} .brand=${brand}></connect-chat-brand-settings>`,
  );
  return ownDraft(settings);
}
const themed = (changes: Partial<Widget['theme']>): Widget =>
  sampleWidget({ theme: { ...sampleWidget().theme, ...changes } });

describe('<connect-chat-brand-settings>', () => {
  it('is accessible, with every colour, a warning and an error', async () => {
    const settings = await open(themed({ headerTextColor: '#3377ff' }));
    unfold(settings);
    settings.problems = new Map([['/theme/openIcon/color', 'Enter a hex code such as #0b5fff.']]);
    await settle();
    await expect(settings).to.be.accessible();
  });

  it('shows the brand colour, and collapses all other colours', async () => {
    const settings = await open();
    expect(named(settings, 'Brand colour')).to.have.length(1);
    expect(named(settings, 'Header colour')).to.have.length(0);
    unfold(settings);
    for (const pointer of colourPointers)
      expect(named(settings, colourNames[pointer]), pointer).to.have.length(1);
  });

  it('requests the brand colour as it is typed', async () => {
    const settings = await open();
    const asked: unknown[] = [];
    settings.addEventListener('connect-chat-draft', ({ pointer, value }: DraftEvent) =>
      asked.push([pointer, value]),
    );
    type(settings, 'Brand colour', '#7a0045');
    expect(asked).to.deep.equal([['/theme/brand', '#7a0045']]);
  });

  it('marks the colours as customised once one differs from the brand colour', async () => {
    const settings = await open();
    expect(readingOf(settings)).not.to.contain('Customised');
    settings.draft = themed({ customerBubbleColor: '#e30613' });
    await settle();
    expect(readingOf(settings)).to.contain('Customised');
  });

  it('says which colours are hard to read, offers the nearest that is not, and takes it', async () => {
    const settings = await open(themed({ headerColor: '#0a7f3f' }));
    unfold(settings);
    type(settings, 'Header text colour', '#11903f');
    await settle();
    expect(readingOf(settings)).to.contain('needs 4.5 : 1');
    const offer = deepAll(settings, 'button').find(({ textContent }) => /Use #/.test(textContent))!;
    const colour = /#[0-9a-f]{6}/.exec(offer.textContent)![0];
    offer.click();
    await settle();
    expect(settings.draft.theme.headerTextColor).to.equal(colour);
    expect(readingOf(settings)).not.to.contain('Hard to read');
  });

  it('marks a colour that is none, says what it takes, and offers the one that is meant', async () => {
    const settings = await open();
    unfold(settings);
    type(settings, 'Header colour', 'blue');
    settings.problems = new Map([['/theme/headerColor', 'Enter a hex code such as #0b5fff.']]);
    await settle();
    const field = control<HTMLInputElement>(settings, 'Header colour');
    expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal(['blue', 'true']);
    const described = field.getAttribute('aria-describedby')!;
    expect(settings.shadowRoot!.getElementById(described)!.textContent).to.equal(
      'Enter a hex code such as #0b5fff.',
    );
    press(settings, 'Use #0000ff');
    expect(settings.draft.theme.headerColor).to.equal('#0000ff');
  });

  it('derives the accent colour from the header colour until one is set', async () => {
    const settings = await open();
    unfold(settings);
    const accent = control<HTMLInputElement>(settings, 'Accent colour');
    expect([accent.value, accent.placeholder]).to.deep.equal(['', '#0b5fff']);
    expect(control<HTMLInputElement>(settings, 'Pick accent colour').value).to.equal('#0b5fff');
    type(settings, 'Accent colour', '#0a7f3f');
    expect(settings.draft.theme.accentColor).to.equal('#0a7f3f');
  });

  it('shows the font names only for a typeface that is not listed', async () => {
    const settings = await open(themed({ font: 'Inter, sans-serif' }));
    expect(control<HTMLInputElement>(settings, 'Font names').value).to.equal('Inter, sans-serif');
    const typeface = control<HTMLSelectElement>(settings, 'Typeface');
    typeface.selectedIndex = 1;
    typeface.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(settings.draft.theme.font).to.equal('Arial, Helvetica, sans-serif');
    expect(named(settings, 'Font names')).to.have.length(0);
  });
});
