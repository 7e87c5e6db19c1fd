import { Compile } from 'typebox/compile';
import {
  ContactFlowContentSchema,
  type ContactFlowContent,
  type FlowAction,
} from '../../shared/contact-flow.js';
import type { ActionKind } from './action.js';
import { actionKinds } from './actions/index.js';

/** Why a flow is refused: the place (RFC 6901), and what is expected there. */
export interface FlowProblem {
  code: 'FLOW_INVALID' | 'FLOW_ACTION_UNSUPPORTED';
  pointer: string;
  message: string;
}

const kinds = new Map(actionKinds.map((kind) => [kind.type, kind]));
const content = Compile(ContactFlowContentSchema);
const parameters = new Map(actionKinds.map((kind) => [kind.type, Compile(kind.parameters)]));
/** The characters that Amazon Connect forbids in identifiers. */
const badIdentifier = /[%:(\\/)=$,;[\]{}]/;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Every problem of a contact flow; an empty list for a flow that can run. Never throws. */
export function checkFlow(given: unknown): FlowProblem[] {
  if (!content.Check(given)) {
    return content.Errors(given).map(({ instancePath, message }) => invalid(instancePath, `${message}.`));
  }
  const flow = given;
  return [
    ...checkIdentifiers(flow),
    ...flow.Actions.flatMap((action, index) => checkAction(flow, action, index)),
  ];
}

function checkIdentifiers({ Actions, StartAction }: ContactFlowContent): FlowProblem[] {
  const seen = new Set<string>();
  const problems: FlowProblem[] = [];
  for (const [index, { Identifier }] of Actions.entries()) {
    const pointer = `/Actions/${index}/Identifier`;
    if (seen.has(Identifier)) problems.push(invalid(pointer, `"${Identifier}" is used twice.`));
    if (badIdentifier.test(Identifier) || reserved.has(Identifier)) {
      problems.push(
        invalid(
          pointer,
          `"${Identifier}" can't be an identifier: it has none of % : ( \\ / ) = $ , ; [ ] { }.`,
        ),
      );
    }
    seen.add(Identifier);
  }
  if (!seen.has(StartAction)) problems.push(invalid('/StartAction', `There is no action "${StartAction}".`));
  return problems;
}

function checkAction(flow: ContactFlowContent, action: FlowAction, index: number): FlowProblem[] {
  const at = `/Actions/${index}`;
  const kind = kinds.get(action.Type);
  if (!kind) {
    const message = `"${action.Identifier}" is a ${action.Type}, which is not supported.`;
    return [{ code: 'FLOW_ACTION_UNSUPPORTED', pointer: `${at}/Type`, message }];
  }
  const wrong = parameters.get(kind.type)!.Errors(action.Parameters);
  return [
    ...wrong.map(({ instancePath, message }) =>
      invalid(`${at}/Parameters${instancePath}`, `In "${action.Identifier}": ${message}.`),
    ),
    ...(kind.isTerminal ? checkTerminal(action, at) : checkBranches(kind, action, at)),
    ...checkTargets(flow, action, at),
  ];
}

function checkTerminal({ Identifier, Transitions }: FlowAction, at: string): FlowProblem[] {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  if (NextAction === undefined && Conditions.length === 0 && Errors.length === 0) return [];
  return [invalid(`${at}/Transitions`, `"${Identifier}" ends the flow, so it leads nowhere.`)];
}

function checkBranches(kind: ActionKind, action: FlowAction, at: string): FlowProblem[] {
  const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
  const missing = (kind.requiredErrors ?? []).filter(
    (type) => !Errors.some(({ ErrorType }) => ErrorType === type),
  );
  const problems = missing.map((type) =>
    invalid(`${at}/Transitions/Errors`, `"${action.Identifier}" needs a branch for ${type}.`),
  );
  if (NextAction === undefined && !kind.isNextOptional) {
    problems.push(invalid(`${at}/Transitions`, `"${action.Identifier}" needs a NextAction.`));
  }
  for (const [index, { Condition }] of Conditions.entries()) {
    const why = kind.refuseCondition?.(Condition, action);
    if (why)
      problems.push(invalid(`${at}/Transitions/Conditions/${index}`, `In "${action.Identifier}" ${why}.`));
  }
  return problems;
}

function checkTargets(
  { Actions }: ContactFlowContent,
  { Identifier, Transitions }: FlowAction,
  at: string,
): FlowProblem[] {
  const known = new Set(Actions.map((action) => action.Identifier));
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const targets: [pointer: string, target: string | undefined][] = [
    ['NextAction', NextAction],
    ...Conditions.map(({ NextAction }, index): [string, string] => [
      `Conditions/${index}/NextAction`,
      NextAction,
    ]),
    ...Errors.map(({ NextAction }, index): [string, string] => [`Errors/${index}/NextAction`, NextAction]),
  ];
  return targets
    .filter(([, target]) => target !== undefined && !known.has(target))
    .map(([where, target]) =>
      invalid(`${at}/Transitions/${where}`, `"${Identifier}" leads to "${target}", which is not there.`),
    );
}

const invalid = (pointer: string, message: string): FlowProblem => ({
  code: 'FLOW_INVALID',
  pointer,
  message,
});
