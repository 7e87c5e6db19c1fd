import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkFlow } from '../../../../service/flow/check-flow.js';
import type { FlowFacts } from '../../../../service/flow/flow-state.js';
import { stepFlow } from '../../../../service/flow/step.js';
import type { FlowAction } from '../../../../shared/contact-flow.js';
import { action, errors, facts, flowAround } from '../../../support/flow-fixtures.js';

const when = (operand: string): NonNullable<FlowAction['Transitions']['Conditions']>[0] => ({
  NextAction: operand,
  Condition: { Operator: 'Equals', Operands: [operand] },
});
const check = (parameters: object, conditions = [when('True'), when('False')]) =>
  flowAround(
    action('CheckHoursOfOperation', parameters, {
      Conditions: conditions,
      Errors: errors('NoMatchingError'),
    }),
    ...['True', 'False', 'NoMatchingError'],
  );
/** The action at which the flow arrived. */
const landed = (parameters: object, change: Partial<FlowFacts>): string | undefined => {
  const { effects } = stepFlow(check(parameters), null, { type: 'start' }, facts(change));
  return effects[0]?.type === 'message' ? effects[0].content : undefined;
};

const hours = suite('CheckHoursOfOperation');

hours("checks the queue that it names, or else the contact's own", () => {
  assert.is(landed({ HoursOfOperationId: 'support' }, {}), 'True');
  assert.is(landed({ HoursOfOperationId: 'support' }, { closedQueues: ['support'] }), 'False');
  assert.is(landed({}, { targetQueueId: 'support', closedQueues: ['support'] }), 'False');
});
hours("fails if that queue doesn't exist, or the contact has none yet", () => {
  assert.is(landed({ HoursOfOperationId: 'nowhere' }, {}), 'NoMatchingError');
  assert.is(landed({}, {}), 'NoMatchingError');
});
hours('accepts the conditions that it has, and no others', () => {
  assert.equal(checkFlow(check({})), []);
  const messages = checkFlow(check({}, [when('Maybe')])).map(({ message }) => message);
  assert.ok(messages.some((message) => message.includes('Equals "True"')));
});

hours.run();
