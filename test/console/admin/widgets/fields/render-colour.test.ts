import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { renderColour, type ColourField } from '../../../../../console/admin/widgets/fields/render-colour.js';
import {
  control,
  deepAll,
  named,
  nameOf,
  press,
  readingOf,
  type,
} from '../../../../support/console/press.js';

/** Replaces the settings around the field: keeps what is typed, and renders the field again. */
async function open(change: Partial<ColourField> = {}) {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const typed: string[] = [];
  const draw = (value: string) =>
    render(
      renderColour({
        name: 'theme-headerTextColor',
        label: 'Header text colour',
        ...change,
        value,
        onInput: (next) => {
          typed.push(next);
          draw(next);
        },
      }),
      place,
    );
  draw(change.value ?? '#ffffff');
  return { place, typed };
}
const white = { ground: '#ffffff', ratio: 4.5 };
const suggestions = (place: HTMLElement) => deepAll(place, 'button').map(nameOf);

describe('a colour field', () => {
  it('is accessible, with advice and with an error', async () => {
    await expect((await open({ value: '#777777', against: white })).place).to.be.accessible();
    const wrong = await open({ value: 'blue', error: 'Enter a hex code such as #0b5fff.' });
    await expect(wrong.place).to.be.accessible();
  });

  it('takes a hex code or a colour that is picked', async () => {
    const { place, typed } = await open();
    type(place, 'Header text colour', '#123456');
    type(place, 'Pick header text colour', '#abcdef');
    expect(typed).to.deep.equal(['#123456', '#abcdef']);
    expect(control<HTMLInputElement>(place, 'Header text colour').value).to.equal('#abcdef');
  });

  it('shows a short hex code in the picker, and black for what is no colour', async () => {
    const picked = async (value: string) =>
      control<HTMLInputElement>((await open({ value })).place, 'Pick header text colour').value;
    expect(await picked('#f80')).to.equal('#ff8800');
    expect(await picked('nonsense')).to.equal('#000000');
  });

  it('shows the colour that applies while it is empty', async () => {
    const { place } = await open({ value: '', fallback: '#0b5fff' });
    expect(control<HTMLInputElement>(place, 'Header text colour').placeholder).to.equal('#0b5fff');
    expect(control<HTMLInputElement>(place, 'Pick header text colour').value).to.equal('#0b5fff');
  });

  it('warns of a contrast that is too low, and offers the nearest colour that can be read', async () => {
    const { place, typed } = await open({ value: '#777777', against: white });
    expect(readingOf(place)).to.contain('Hard to read: contrast 4.4 : 1, needs 4.5 : 1.');
    const [use] = suggestions(place);
    expect(use).to.match(/^Use #7[0-9a-f]{5}$/);
    press(place, use!);
    expect(typed).to.deep.equal([use!.replace('Use ', '')]);
    expect(readingOf(place)).not.to.contain('Hard to read');
  });

  it('cuts the contrast that it shows: 4.49 is too low for 4.5', async () => {
    const { place } = await open({ value: '#777777', against: { ground: '#ffffff', ratio: 4.48 } });
    expect(readingOf(place)).to.contain('contrast 4.4 : 1');
  });

  it('says nothing of a contrast that is enough, or of a ground itself', async () => {
    expect(suggestions((await open({ value: '#000000', against: white })).place)).to.deep.equal([]);
    expect(suggestions((await open({ value: '#777777' })).place)).to.deep.equal([]);
  });

  it('offers the hex code of a colour in another notation', async () => {
    const { place, typed } = await open({ value: ' blue ', error: 'Enter a hex code.' });
    press(place, 'Use #0000ff');
    expect(typed).to.deep.equal(['#0000ff']);
  });

  it('offers nothing for what has no hex code: no colour, or one that can be seen through', async () => {
    for (const value of ['nonsense', 'transparent', 'rgba(0, 0, 0, 0.5)'])
      expect(suggestions((await open({ value, error: 'Enter a hex code.' })).place), value).to.deep.equal([]);
    expect(
      named((await open({ value: 'rgba(255, 0, 0, 1)', error: 'Enter a hex code.' })).place, 'Use #ff0000'),
    ).to.have.length(1);
  });

  it('is described by what is wrong with it', async () => {
    const { place } = await open({ value: 'blue', error: 'Enter a hex code.' });
    const box = control(place, 'Header text colour');
    const id = box.getAttribute('aria-describedby')!;
    expect([box.getAttribute('aria-invalid'), place.querySelector(`#${id}`)!.textContent]).to.deep.equal([
      'true',
      'Enter a hex code.',
    ]);
  });
});
