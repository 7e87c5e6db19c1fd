import type { ContactFlowContent, FlowAction } from '../../shared/contact-flow.js';

const say = (Identifier: string, Text: string, NextAction: string): FlowAction => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text },
  Transitions: { NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction }] },
});

/**
 * The flow of a new installation: it greets, checks whether agents are available, and enters the default queue. Its
 * sentences are references, so that visitors read them in their language and as the administrator has written them.
 */
export const defaultFlow: ContactFlowContent = {
  Version: '2019-10-30',
  StartAction: 'greet',
  Actions: [
    say('greet', '$.Texts.greeting', 'is-anyone-there'),
    {
      Identifier: 'is-anyone-there',
      Type: 'CheckMetricData',
      Parameters: { MetricType: 'NumberOfAgentsStaffed', QueueId: 'default' },
      Transitions: {
        NextAction: 'nobody-there',
        Conditions: [
          { NextAction: 'connecting', Condition: { Operator: 'NumberGreaterThan', Operands: ['0'] } },
        ],
        Errors: [
          { ErrorType: 'NoMatchingCondition', NextAction: 'nobody-there' },
          { ErrorType: 'NoMatchingError', NextAction: 'nobody-there' },
        ],
      },
    },
    say('connecting', '$.Texts.connecting', 'choose-queue'),
    say('nobody-there', '$.Texts.nobodyAvailable', 'choose-queue'),
    {
      Identifier: 'choose-queue',
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId: 'default' },
      Transitions: {
        NextAction: 'enter-queue',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'apologise' }],
      },
    },
    {
      Identifier: 'enter-queue',
      Type: 'TransferContactToQueue',
      Parameters: {},
      Transitions: {
        NextAction: 'apologise',
        Errors: [
          { ErrorType: 'QueueAtCapacity', NextAction: 'apologise' },
          { ErrorType: 'NoMatchingError', NextAction: 'apologise' },
        ],
      },
    },
    say('apologise', '$.Texts.apology', 'goodbye'),
    { Identifier: 'goodbye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};
