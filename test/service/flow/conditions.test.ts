import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FlowCondition } from '../../../shared/contact-flow.js';
import { isMet } from '../../../service/flow/conditions.js';

const met = (value: string, Operator: FlowCondition['Condition']['Operator'], operand: string) =>
  isMet(value, { Operator, Operands: [operand] });

const conditions = suite('isMet');
for (const [value, operator, operand, expected] of [
  ['gold', 'Equals', 'gold', true],
  ['Gold', 'Equals', 'gold', false],
  ['golden', 'TextStartsWith', 'gold', true],
  ['marigold', 'TextEndsWith', 'gold', true],
  ['a gold b', 'TextContains', 'gold', true],
  ['silver', 'TextContains', 'gold', false],
  ['10', 'NumberGreaterThan', '9', true],
  ['9', 'NumberGreaterThan', '9', false],
  ['9', 'NumberGreaterOrEqualTo', '9', true],
  ['-1.5', 'NumberLessThan', '0', true],
  ['0', 'NumberLessOrEqualTo', '0', true],
  ['ten', 'NumberGreaterThan', '9', false],
  ['', 'NumberLessThan', '9', false],
  ['Infinity', 'NumberGreaterThan', '9', false],
] as const) {
  conditions(`"${value}" ${operator} "${operand}" is ${expected}`, () =>
    assert.is(met(value, operator, operand), expected),
  );
}
conditions.run();
