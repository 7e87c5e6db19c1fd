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
checks('takes the default flow', () => assert.equal(checkFlow(defaultFlow), []));
checks('keeps out of what an editor put into Metadata', () => {
  assert.equal(
    checkFlow({ ...flowAround(say), Metadata: { entryPointPosition: { x: 1 }, Annotations: [] } }),
    [],
  );
});
checks('refuses by name what is not supported', () => {
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
  ['a name used twice', { ...flowAround(say), Actions: [say, say] }, '/Actions/1/Identifier'],
  ['a name of every object', flowAround({ ...say, Identifier: '__proto__' }), '/Actions/0/Identifier'],
  [
    'a way to nowhere',
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
    'a branch that is missing',
    flowAround(action('Wait', { TimeLimitSeconds: '5' }, { NextAction: 'end' })),
    '/Actions/0/Transitions/Errors',
  ],
  [
    'an end that leads on',
    flowAround(action('DisconnectParticipant', {}, { NextAction: 'end' })),
    '/Actions/0/Transitions',
  ],
] as const) {
  checks(`refuses ${what}, and says where`, () => {
    const found = problem(flow);
    assert.is(found?.[0], 'FLOW_INVALID');
    assert.ok(found![1]!.startsWith(pointer), found![1]);
  });
}
checks('refuses conditions that Amazon Connect would', () => {
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
checks('answers any JSON without throwing', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(checkFlow(value))));
});
checks.run();
