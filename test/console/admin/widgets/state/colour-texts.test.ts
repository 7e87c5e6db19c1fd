import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  colourGrounds,
  colourHints,
  colourNames,
} from '../../../../../console/admin/widgets/state/colour-texts.js';
import { contrastRatio } from '../../../../../console/admin/widgets/state/contrast.js';
import { memberAt } from '../../../../../console/admin/widgets/state/member-at.js';
import { colourPointers, type ColourPointer } from '../../../../../shared/theme-colours.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const texts = suite('the colours of a theme');
texts('each have a name of their own', () => {
  assert.equal(Object.keys(colourNames).sort(), [...colourPointers].sort());
  assert.is(new Set(Object.values(colourNames)).size, colourPointers.length);
});
texts('are hinted at only where they exist', () => {
  for (const pointer of Object.keys(colourHints))
    assert.ok(colourPointers.includes(pointer as ColourPointer));
});
texts('that carry text or an icon can be read on their background in a new widget', () => {
  const colour = (pointer: ColourPointer) => String(memberAt(sampleWidget(), pointer));
  for (const [pointer, { ground, ratio }] of Object.entries(colourGrounds))
    assert.ok(contrastRatio(colour(pointer as ColourPointer), colour(ground)) >= ratio, pointer);
});
texts('that name a text have the contrast of text, those of icons the contrast of icons', () => {
  for (const [pointer, { ratio }] of Object.entries(colourGrounds))
    assert.is(ratio, /Icon/.test(pointer) ? 3 : 4.5, pointer);
});
texts.run();
