import type { WidgetStep } from '../../state/route.js';
import { memberName } from './member-names.js';

/** Problems of a draft: what its member takes, by the member's pointer (RFC 6901). */
export type Problems = ReadonlyMap<string, string>;

/** A problem with one member, as the pages tell it. */
export interface MemberProblem {
  pointer: string;
  /** The step on which the member is edited. */
  step: WidgetStep;
  /** The member's name, such as "Customer bubble colour". */
  name: string;
  /** What to do, in one sentence that goes on after the name and a colon. */
  text: string;
}

/** The member at a pointer and what is wrong with it. */
export const memberProblem = (pointer: string, message: string): MemberProblem => ({
  pointer,
  step: /^\/(domains|security)\b/.test(pointer) ? 'sites' : 'look',
  name: memberName(pointer),
  text: message.charAt(0).toLowerCase() + message.slice(1),
});

/**
 * What to say beside a field: schemas describe what a member takes ("A text of 1 to 100 characters."), people are asked
 * for it ("Enter a text of 1 to 100 characters.").
 */
export function askFor(description: string): string {
  const isDescription = /^(A|An|The|Up to|Font names)\s/.test(description);
  return isDescription ? `Enter ${description.charAt(0).toLowerCase()}${description.slice(1)}` : description;
}
