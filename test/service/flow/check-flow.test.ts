import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { checkFlow } from '../../../service/flow/check-flow.js';
import { defaultFlow } from '../../../service/flow/default-flow.js';
import { action, errors, flowAround } from '../../support/flow-fixtures.js';

const problem = (flow: unknown) => {
  const [first] = checkFlow(flow);
  return first && [first.code, first.pointer];
};
const say = action('MessageParticipant', { Text: 'x' }, { NextAction: 'end' });

const checks = suite('checkFlow');
checks('accepts the default flow', () => assert.equal(checkFlow(defaultFlow), []));
checks("ignores an editor's Metadata", () => {
  assert.equal(
    checkFlow({ ...flowAround(say), Metadata: { entryPointPosition: { x: 1 }, Annotations: [] } }),
    [],
  );
});
checks('names an unsupported action in its refusal', () => {
  const [first] = checkFlow(flowAround(action('InvokeLambdaFunction', {}, { NextAction: 'end' })));
  assert.equal(first, {
    code: 'FLOW_ACTION_UNSUPPORTED',
    pointer: '/Actions/0/Type',
    message: '"it" is a InvokeLambdaFunction, which is not supported.',
  });
});
for (const [what, flow, pointer] of [
  ['no flow', null, ''],
  ['another version', { ...flowAround(say), Version: '2020-01-01' }, '/Version'],
  ['no start', { ...flowAround(say), StartAction: 'gone' }, '/StartAction'],
  ['a duplicate name', { ...flowAround(say), Actions: [say, say] }, '/Actions/1/Identifier'],
  ['a name of every object', flowAround({ ...say, Identifier: '__proto__' }), '/Actions/0/Identifier'],
  [
    'a transition to an unknown action',
    flowAround({ ...say, Transitions: { NextAction: 'gone' } }),
    '/Actions/0/Transitions/NextAction',
  ],
  ['no way on', flowAround({ ...say, Transitions: {} }), '/Actions/0/Transitions'],
  ['no text', flowAround(action('MessageParticipant', {}, { NextAction: 'end' })), '/Actions/0/Parameters'],
  [
    'a prompt',
    flowAround(action('MessageParticipant', { PromptId: 'p' }, { NextAction: 'end' })),
    '/Actions/0/Parameters',
  ],
  [
    'a missing branch',
    flowAround(action('Wait', { TimeLimitSeconds: '5' }, { NextAction: 'end' })),
    '/Actions/0/Transitions/Errors',
  ],
  [
    'an end with a transition',
    flowAround(action('DisconnectParticipant', {}, { NextAction: 'end' })),
    '/Actions/0/Transitions',
  ],
] as const) {
  checks(`refuses ${what}, and names the place`, () => {
    const found = problem(flow);
    assert.is(found?.[0], 'FLOW_INVALID');
    assert.ok(found![1]!.startsWith(pointer), found![1]);
  });
}
checks('refuses conditions that Amazon Connect refuses', () => {
  const staffed = action(
    'CheckMetricData',
    { MetricType: 'NumberOfAgentsStaffed', QueueId: 'q' },
    {
      Conditions: [{ NextAction: 'end', Condition: { Operator: 'NumberGreaterThan', Operands: ['5'] } }],
      Errors: errors('NoMatchingCondition', 'NoMatchingError'),
    },
  );
  assert.equal(problem(flowAround(staffed, 'NoMatchingCondition', 'NoMatchingError')), [
    'FLOW_INVALID',
    '/Actions/0/Transitions/Conditions/0',
  ]);
});
checks('handles any JSON without throwing', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(checkFlow(value))));
});
checks.run();
