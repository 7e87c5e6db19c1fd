import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/survey/define.js';
import type { SurveyForm } from '../../../widget/survey/survey-form.js';
import type { RateEvent } from '../../../widget/events/rate-event.js';

const open = (change: Partial<SurveyForm> = {}): Promise<SurveyForm> =>
  fixture<SurveyForm>(
    html`<connect-chat-survey
      .kind=${change.kind ?? 'STARS'}
      .question=${change.question ?? 'How was it?'}
      .hasComment=${change.hasComment ?? true}
      .phase=${change.phase ?? 'open'}
    ></connect-chat-survey>`,
  );
const radios = (form: SurveyForm) => [...form.shadowRoot!.querySelectorAll('input')];
const names = (form: SurveyForm) => radios(form).map((radio) => radio.getAttribute('aria-label'));
const comment = (form: SurveyForm) => form.shadowRoot!.querySelector('textarea');
const textOf = (form: SurveyForm, selector: string) =>
  form.shadowRoot!.querySelector(selector)?.textContent.trim();
async function choose(form: SurveyForm, name: string): Promise<void> {
  radios(form)[names(form).indexOf(name)]!.click();
  await form.updateComplete;
}
async function submit(form: SurveyForm): Promise<RateEvent | undefined> {
  let rated: RateEvent | undefined;
  form.addEventListener('connect-chat-rate', (event) => (rated = event as RateEvent), { once: true });
  form.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
  await form.updateComplete;
  return rated;
}

describe('<connect-chat-survey>', () => {
  it('is accessible in each state', async () => {
    for (const kind of ['STARS', 'THUMBS'] as const) {
      const form = await open({ kind });
      await expect(form).to.be.accessible();
      await submit(form);
      await expect(form).to.be.accessible();
      await choose(form, kind === 'STARS' ? '3 of 5' : 'Good');
      await expect(form).to.be.accessible();
    }
    for (const phase of ['sending', 'waiting', 'sent', 'refused'] as const)
      await expect(await open({ phase })).to.be.accessible();
  });

  it('has one question with one group of radio buttons', async () => {
    const stars = await open();
    expect(textOf(stars, 'legend')).to.equal('How was it?');
    expect(names(stars)).to.deep.equal(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']);
    expect(new Set(radios(stars).map(({ type, name }) => `${type} ${name}`)).size).to.equal(1);
    expect(radios(stars).some(({ checked }) => checked)).to.equal(false);
    expect(names(await open({ kind: 'THUMBS' }))).to.deep.equal(['Good', 'Not good']);
  });

  it('dispatches the rating and the comment', async () => {
    const form = await open();
    expect(comment(form)).to.equal(null);
    await choose(form, '4 of 5');
    comment(form)!.value = '  Quick!  ';
    const { rating, comment: said } = (await submit(form))!;
    expect([rating, said]).to.deep.equal([4, 'Quick!']);
  });

  it('counts a thumb down as 0, and has no comment if configured so', async () => {
    const form = await open({ kind: 'THUMBS', hasComment: false });
    await choose(form, 'Not good');
    expect(comment(form)).to.equal(null);
    const { rating, comment: said } = (await submit(form))!;
    expect([rating, said]).to.deep.equal([0, '']);
  });

  it('shows an error if nothing was chosen, and focuses the choices', async () => {
    const form = await open();
    expect(await submit(form)).to.equal(undefined);
    expect(textOf(form, '#missing')).to.equal('Please choose one.');
    expect(form.shadowRoot!.activeElement).to.equal(radios(form)[0]);
    expect(form.shadowRoot!.querySelector('fieldset')!.getAttribute('aria-describedby')).to.equal('missing');
    await choose(form, '1 of 5');
    expect(textOf(form, '#missing')).to.equal(undefined);
  });

  it('fills the stars up to the chosen one, and only one thumb', async () => {
    const full = (form: SurveyForm) => form.shadowRoot!.querySelectorAll('.full').length;
    const stars = await open();
    await choose(stars, '4 of 5');
    expect(full(stars)).to.equal(4);
    const thumbs = await open({ kind: 'THUMBS' });
    await choose(thumbs, 'Good');
    expect(full(thumbs)).to.equal(1);
  });

  it('can’t be submitted again while it is being sent', async () => {
    const form = await open();
    await choose(form, '4 of 5');
    expect(await submit(form)).not.to.equal(undefined);
    form.phase = 'sending';
    await form.updateComplete;
    expect(await submit(form)).to.equal(undefined);
    expect(textOf(form, '[role=status]')).to.equal('Sending…');
  });

  it('shows thanks when it is submitted, and moves the focus there', async () => {
    const form = await open();
    await choose(form, '4 of 5');
    form.phase = 'sending';
    await form.updateComplete;
    form.phase = 'waiting';
    await form.updateComplete;
    expect(textOf(form, '.thanks')).to.equal('Thanks for your feedback! Waiting…');
    form.phase = 'sent';
    await form.updateComplete;
    expect(textOf(form, '.thanks')).to.equal('Thanks for your feedback!');
    expect(form.shadowRoot!.activeElement).to.equal(form.shadowRoot!.querySelector('.thanks'));
    expect(form.shadowRoot!.querySelector('form')).to.equal(null);
  });

  it('can be submitted again if it was refused', async () => {
    const form = await open({ phase: 'refused' });
    expect(textOf(form, '[role=status]')).to.equal('Something went wrong.');
    await choose(form, '2 of 5');
    expect((await submit(form))!.rating).to.equal(2);
  });

  it('resets a rating that the other kind does not have', async () => {
    const form = await open();
    await choose(form, '5 of 5');
    form.kind = 'THUMBS';
    await form.updateComplete;
    expect(radios(form).some(({ checked }) => checked)).to.equal(false);
  });
});
