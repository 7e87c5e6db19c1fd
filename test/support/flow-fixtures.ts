// Why: flows are long. Extend with the action a test is about.
import type { ContactFlowContent, FlowAction } from '../../shared/contact-flow.js';
import type { FlowFacts } from '../../service/flow/flow-state.js';
import { noMetrics } from './contact-fixtures.js';

export const facts = (change: Partial<FlowFacts> = {}): FlowFacts => ({
  now: 1_000,
  references: {},
  targetQueueId: null,
  queues: { support: { ...noMetrics, NumberOfAgentsStaffed: 2, NumberOfContactsInQueue: 7 } },
  rooms: {},
  closedQueues: [],
  ...change,
});

export const action = (
  Type: string,
  Parameters: object,
  Transitions: FlowAction['Transitions'] = {},
): FlowAction => ({
  Identifier: 'it',
  Type,
  Parameters: Parameters as Record<string, unknown>,
  Transitions,
});

/** Sends a message that names this place, and ends the flow. */
export const landing = (Identifier: string): FlowAction[] => [
  {
    Identifier,
    Type: 'MessageParticipant',
    Parameters: { Text: Identifier },
    Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
  },
];

/** A flow around one action `it`, with a landing for each of its branches. */
export const flowAround = (it: FlowAction, ...landings: string[]): ContactFlowContent => ({
  Version: '2019-10-30',
  StartAction: 'it',
  Actions: [
    it,
    ...landings.flatMap(landing),
    { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
  ],
});

export const errors = (...types: string[]): FlowAction['Transitions']['Errors'] =>
  types.map((ErrorType) => ({ ErrorType, NextAction: ErrorType }));
