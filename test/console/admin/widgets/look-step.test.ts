import { expect, fixture, html } from '@open-wc/testing';
import '../../../../console/admin/define.js';
import type { DraftEvent } from '../../../../console/admin/widgets/draft-event.js';
import type { LookStep } from '../../../../console/admin/widgets/look-step.js';
import { withMember } from '../../../../console/admin/widgets/widget-differences.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { toWidgetConfiguration } from '../../../../shared/to-widget-configuration.js';
import { sampleWidget } from '../../../support/console/admin-fixtures.js';

/** The step with an owner that hands every change down again, as the editor does. */
async function open(draft: Widget = sampleWidget()) {
  const step = await fixture<LookStep>(
    html`<connect-chat-look-step
      .draft=${draft}
      .configuration=${toWidgetConfiguration('w1', draft)}
      .flows=${[{ flowId: 'default', name: 'Default flow' }]}
      @connect-chat-draft=${({ pointer, value }: DraftEvent) => {
        step.draft = withMember(step.draft, pointer, value);
      }}
    ></connect-chat-look-step>`,
  );
  const root = step.shadowRoot!;
  /** Found as a person finds it: by its label. */
  const control = (label: string): HTMLInputElement =>
    [...root.querySelectorAll('label')].find(({ textContent }) => textContent.trim().startsWith(label))!
      .control as HTMLInputElement;
  const type = async (label: string, text: string): Promise<void> => {
    control(label).value = text;
    control(label).dispatchEvent(new Event('input', { bubbles: true }));
    await step.updateComplete;
  };
  return { step, root, control, type };
}

describe('<connect-chat-look-step>', () => {
  it('is accessible', async () => {
    const { root } = await open();
    // The preview is a page of its own, with a service behind it that is not here.
    root.querySelector('connect-chat-widget-preview')!.remove();
    await expect(root.querySelector('.columns')).to.be.accessible();
  });

  it('says which colours can’t be read, offers the nearest that can, and takes it', async () => {
    const { step, root, type } = await open();
    await type('Header colour', '#0a7f3f');
    await type('Header text', '#11903f');
    expect(root.textContent).to.contain('To be readable it needs 4.5 : 1');
    const offer = [...root.querySelectorAll('button')].find(({ textContent }) => /Use #/.test(textContent))!;
    const colour = /#[0-9a-f]{6}/.exec(offer.textContent)![0];
    offer.click();
    await step.updateComplete;
    expect(step.draft.theme.headerTextColor).to.equal(colour);
    expect(root.textContent).not.to.contain('To be readable it needs');
  });

  it('keeps what is typed though it is no colour, and says what is wrong beside it', async () => {
    const { step, root, control, type } = await open();
    await type('Header colour', 'blue');
    step.problems = new Map([['/theme/headerColor', 'A colour as #rgb or #rrggbb, such as #0b5fff.']]);
    await step.updateComplete;
    const field = control('Header colour');
    expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal(['blue', 'true']);
    const described = field.getAttribute('aria-describedby')!.split(' ');
    const said = described.map((id) => root.getElementById(id)!.textContent).join(' ');
    expect(said).to.contain('A colour as #rgb or #rrggbb');
  });

  it('turns what visitors can do on and off', async () => {
    const { step, control } = await open();
    expect(control('Emoji can be chosen').checked).to.equal(true);
    control('Emoji can be chosen').click();
    control('The number of unread').click();
    const { emoji, unreadInTitle } = step.draft.features;
    expect([emoji, unreadInTitle]).to.deep.equal([false, true]);
  });

  it('asks for font names only where the typeface is another than those listed', async () => {
    const { step, control, root } = await open(
      sampleWidget({ theme: { ...sampleWidget().theme, font: 'Inter, sans-serif' } }),
    );
    expect(control('Font names').value).to.equal('Inter, sans-serif');
    const typeface = root.querySelector<HTMLSelectElement>('#typeface')!;
    typeface.selectedIndex = 1;
    typeface.dispatchEvent(new Event('change', { bubbles: true }));
    await step.updateComplete;
    expect(step.draft.theme.font).to.equal('Arial, Helvetica, sans-serif');
    expect(root.querySelector('#font')).to.equal(null);
  });
});
