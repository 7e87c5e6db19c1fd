import { expect } from '@open-wc/testing';
import { wcagContrast } from 'culori';
import { colours, type ColourName } from '../../../console/theme/colours.js';

/** Backgrounds of text. */
const grounds: ColourName[] = [
  'ground',
  'surface',
  'raised',
  'sunken',
  'accentSoft',
  'goodSoft',
  'warnSoft',
  'badSoft',
  'otherBubble',
];
const inks: ColourName[] = ['text', 'muted', 'accent', 'good', 'warn', 'bad', 'otherText'];
/** Colours of text that appears on one background only. */
const fillings: [ink: ColourName, ground: ColourName][] = [
  ['onAccent', 'accent'],
  ['onAccent', 'accentStrong'],
  ['onGood', 'good'],
  ['onGood', 'goodStrong'],
  ['onBad', 'bad'],
  ['onBad', 'badStrong'],
  ['ownText', 'ownBubble'],
  // The button to the newest message swaps the colours of text and surface.
  ['surface', 'text'],
];
/** Colours that mark controls and the focus. */
const controls: ColourName[] = ['edge', 'accent'];
const controlGrounds: ColourName[] = ['ground', 'surface', 'raised', 'sunken'];
const withoutContrast: ColourName[] = ['line', 'scrim', 'shadowNear', 'shadowFar'];

const across = (some: ColourName[], others: ColourName[]): [ColourName, ColourName][] =>
  some.flatMap((one) => others.map((other): [ColourName, ColourName] => [one, other]));

for (const scheme of ['light', 'dark'] as const)
  describe(`the colours of the staff pages, ${scheme}`, () => {
    const tooLow = (pairs: [ColourName, ColourName][], ratio: number) =>
      pairs
        .map(([one, other]) => ({
          one,
          other,
          is: wcagContrast(colours[scheme][one], colours[scheme][other]),
        }))
        .filter(({ is }) => is < ratio)
        .map(({ one, other, is }) => `${one} on ${other}: ${is.toFixed(2)}`);

    it('have readable text on every background', () => {
      expect(tooLow([...across(inks, grounds), ...fillings], 4.5)).to.deep.equal([]);
    });
    it('have visible controls and focus', () => {
      expect(tooLow(across(controls, controlGrounds), 3)).to.deep.equal([]);
    });
    it('are all covered by this test', () => {
      const computed = [...inks, ...grounds, ...controls, ...fillings.flat(), ...withoutContrast];
      expect(Object.keys(colours[scheme]).filter((name) => !computed.includes(name as never))).to.deep.equal(
        [],
      );
    });
  });
