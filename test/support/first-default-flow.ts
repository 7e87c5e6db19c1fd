// Why: data folders of the first release hold this flow, byte for byte. Never change it.
import type { ContactFlowContent, FlowAction } from '../../shared/contact-flow.js';

const say = (Identifier: string, Text: string, NextAction: string): FlowAction => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text },
  Transitions: { NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction }] },
});

/** The default flow of the first release, with English messages only. */
export const firstDefaultFlow: ContactFlowContent = {
  Version: '2019-10-30',
  StartAction: 'greet',
  Actions: [
    say('greet', 'Hello! Thanks for getting in touch.', 'is-anyone-there'),
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
    say('connecting', 'We’re finding someone for you. What can we help with?', 'choose-queue'),
    say(
      'nobody-there',
      'Nobody is here right now. Leave your message: it stays here, and we’ll answer as soon as someone is back.',
      'choose-queue',
    ),
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
    say('apologise', 'We’re sorry, something isn’t working on our side. Please try again later.', 'goodbye'),
    { Identifier: 'goodbye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};
