import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import type { ContactFlowContent, FlowAction } from '../../../shared/contact-flow.js';
import { checkFlow } from '../../../service/flow/check-flow.js';
import type { FlowEffect, FlowFacts } from '../../../service/flow/flow-state.js';
import { stepFlow } from '../../../service/flow/step.js';
import { action, errors, facts, flowAround } from '../../support/flow-fixtures.js';

const start = (flow: ContactFlowContent, change?: Partial<FlowFacts>) =>
  stepFlow(flow, null, { type: 'start' }, facts(change));
/** The texts that the flow's landing actions send. */
const said = (effects: FlowEffect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'message' ? [effect.content] : []));
const landed = (it: FlowAction, names: string[], change?: Partial<FlowFacts>): string[] =>
  said(start(flowAround(it, ...names), change).effects);

const message = suite('MessageParticipant');
const say = (Text: string) =>
  action('MessageParticipant', { Text }, { NextAction: 'next', Errors: errors('NoMatchingError') });
message('sends its text with references resolved', () => {
  assert.equal(
    landed(say('Hello $.Attributes.name!'), ['next', 'NoMatchingError'], {
      references: { 'Attributes.name': 'Cleo' },
    }),
    ['Hello Cleo!', 'next'],
  );
});
message('takes the error branch if the text is empty or too long', () => {
  const names = ['next', 'NoMatchingError'];
  assert.equal(landed(say('$.Attributes.none'), names), ['NoMatchingError']);
  assert.equal(
    landed(say('$.Attributes.long'), names, { references: { 'Attributes.long': 'x'.repeat(1_025) } }),
    ['NoMatchingError'],
  );
});
message.run();

const metric = suite('CheckMetricData');
const check = (Parameters: object, Operator: 'NumberGreaterThan' | 'NumberLessThan', operand: string) =>
  action('CheckMetricData', Parameters, {
    Conditions: [{ NextAction: 'met', Condition: { Operator, Operands: [operand] } }],
    Errors: errors('NoMatchingCondition', 'NoMatchingError'),
  });
const ends = ['met', 'NoMatchingCondition', 'NoMatchingError'];
metric("compares a live metric of the queue that it names, or of the contact's target queue", () => {
  const staffed = { MetricType: 'NumberOfAgentsStaffed' };
  assert.equal(landed(check({ ...staffed, QueueId: 'support' }, 'NumberGreaterThan', '0'), ends), ['met']);
  assert.equal(landed(check(staffed, 'NumberGreaterThan', '0'), ends, { targetQueueId: 'support' }), ['met']);
  assert.equal(
    landed(check({ MetricType: 'NumberOfContactsInQueue', QueueId: 'support' }, 'NumberLessThan', '5'), ends),
    ['NoMatchingCondition'],
  );
});
metric('takes the error branch if there is no queue', () => {
  assert.equal(landed(check({ MetricType: 'NumberOfAgentsStaffed' }, 'NumberGreaterThan', '0'), ends), [
    'NoMatchingError',
  ]);
  assert.equal(
    landed(
      check({ MetricType: 'NumberOfAgentsStaffed', QueueId: 'toString' }, 'NumberGreaterThan', '0'),
      ends,
    ),
    ['NoMatchingError'],
  );
});
metric.run();

const queue = suite('UpdateContactTargetQueue, TransferContactToQueue');
const bind = (QueueId: string): ContactFlowContent => ({
  Version: '2019-10-30',
  StartAction: 'bind',
  Actions: [
    {
      Identifier: 'bind',
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId },
      Transitions: { NextAction: 'go', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
    },
    {
      Identifier: 'go',
      Type: 'TransferContactToQueue',
      Parameters: {},
      Transitions: {
        Errors: [
          { ErrorType: 'QueueAtCapacity', NextAction: 'end' },
          { ErrorType: 'NoMatchingError', NextAction: 'end' },
        ],
      },
    },
    { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});
queue('puts the contact into the queue, and ends the flow', () => {
  assert.equal(start(bind('support')), {
    state: { actionId: null, wakeAt: null },
    effects: [
      { type: 'target-queue', queueId: 'support' },
      { type: 'enter-queue', queueId: 'support' },
    ],
  });
});
queue('takes the error branch for an unknown queue', () => {
  assert.equal(start(bind('nowhere')).effects, [{ type: 'disconnect' }]);
});
queue.run();

const compare = suite('Compare');
compare('follows the first condition that is met, otherwise NoMatchingCondition', () => {
  const it = action(
    'Compare',
    { ComparisonValue: '$.Attributes.tier' },
    {
      Conditions: [
        { NextAction: 'gold', Condition: { Operator: 'Equals', Operands: ['gold'] } },
        { NextAction: 'any', Condition: { Operator: 'TextContains', Operands: ['o'] } },
      ],
      Errors: errors('NoMatchingCondition'),
    },
  );
  const go = (tier: string) =>
    landed(it, ['gold', 'any', 'NoMatchingCondition'], { references: { 'Attributes.tier': tier } });
  assert.equal([go('gold'), go('iron'), go('')], [['gold'], ['any'], ['NoMatchingCondition']]);
});
compare.run();

const waits = suite('Wait');
const pause = (Parameters: object) =>
  flowAround(
    action('Wait', Parameters, {
      NextAction: 'next',
      Conditions: [{ NextAction: 'done', Condition: { Operator: 'Equals', Operands: ['WaitCompleted'] } }],
      Errors: errors('NoMatchingError'),
    }),
    'next',
    'done',
    'NoMatchingError',
  );
for (const name of ['TimeLimitSeconds', 'TimeoutSeconds']) {
  waits(`waits for its ${name}, also over a restart, and continues once`, () => {
    const flow = pause({ [name]: '30' });
    const first = start(flow);
    assert.equal(first, { state: { actionId: 'it', wakeAt: 31_000 }, effects: [] });
    const kept = JSON.parse(JSON.stringify(first.state));
    const after = stepFlow(flow, kept, { type: 'time' }, facts({ now: 31_000 }));
    assert.equal(said(after.effects), ['done']);
    assert.equal(stepFlow(flow, after.state, { type: 'time' }, facts({ now: 99_000 })).effects, []);
  });
}
waits('takes the error branch for an invalid time', () => {
  for (const seconds of ['0', '604801', 'soon', '1.5']) {
    assert.equal(said(start(pause({ TimeLimitSeconds: seconds })).effects), ['NoMatchingError'], seconds);
  }
});
waits.run();

const lost = suite("a flow that can't continue");
lost('puts the contact into its target queue, or into the default one', () => {
  const nowhere = flowAround(action('MessageParticipant', { Text: 'x' }, { NextAction: 'gone' }));
  assert.equal(start(nowhere).effects.at(-1), { type: 'enter-queue', queueId: 'default' });
  assert.equal(start(nowhere, { targetQueueId: 'support' }).effects.at(-1), {
    type: 'enter-queue',
    queueId: 'support',
  });
  const unknown = flowAround(action('PlayMusic', {}));
  assert.equal(start(unknown).effects, [{ type: 'enter-queue', queueId: 'default' }]);
  const removed = stepFlow(nowhere, { actionId: 'removed', wakeAt: 1 }, { type: 'time' }, facts());
  assert.equal(removed.effects, [{ type: 'enter-queue', queueId: 'default' }]);
});
lost('with a circle and no wait puts the contact into the queue', () => {
  const circle = flowAround(
    action(
      'Compare',
      { ComparisonValue: 'x' },
      { Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'it' }] },
    ),
  );
  assert.equal(start(circle).effects, [{ type: 'enter-queue', queueId: 'default' }]);
});
lost.run();

const any = suite('any accepted flow');
const name = fc.constantFrom('a', 'b', 'c');
const errorBranches = fc
  .constant(['NoMatchingError', 'NoMatchingCondition', 'QueueAtCapacity'])
  .chain((types) =>
    fc
      .tuple(...types.map(() => name))
      .map((targets) => types.map((ErrorType, index) => ({ ErrorType, NextAction: targets[index]! }))),
  );
const anyAction = (Identifier: string) =>
  fc.oneof(
    ...[
      { Type: 'MessageParticipant', Parameters: { Text: '$.Attributes.x y' } },
      { Type: 'CheckMetricData', Parameters: { MetricType: 'NumberOfContactsInQueue', QueueId: 'support' } },
      { Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'support' } },
      { Type: 'TransferContactToQueue', Parameters: {} },
      { Type: 'Wait', Parameters: { TimeLimitSeconds: '5' } },
      { Type: 'Compare', Parameters: { ComparisonValue: '$.Channel' } },
    ].map((each) =>
      fc.record({
        Identifier: fc.constant(Identifier),
        Type: fc.constant(each.Type),
        Parameters: fc.constant(each.Parameters),
        Transitions: fc.record({ NextAction: name, Errors: errorBranches }),
      }),
    ),
    fc.record({
      Identifier: fc.constant(Identifier),
      Type: fc.constantFrom('DisconnectParticipant', 'EndFlowExecution'),
      Parameters: fc.constant({}),
      Transitions: fc.constant({}),
    }),
  );
any('ends every step, and continues from a stored state as from its own', () => {
  const flows = fc.record({
    Version: fc.constant('2019-10-30' as const),
    StartAction: name,
    Actions: fc.tuple(anyAction('a'), anyAction('b'), anyAction('c')),
  });
  fc.assert(
    fc.property(flows, (given) => {
      const flow = given as ContactFlowContent;
      assert.equal(checkFlow(flow), []);
      const first = start(flow);
      const later = facts({ now: 100_000 });
      const kept = JSON.parse(JSON.stringify(first.state));
      assert.equal(
        stepFlow(flow, first.state, { type: 'time' }, later),
        stepFlow(flow, kept, { type: 'time' }, later),
      );
    }),
  );
});
any.run();
