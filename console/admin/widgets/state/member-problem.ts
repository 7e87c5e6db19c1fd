import type { WidgetStep } from '../../state/route.js';
import { memberName } from './member-names.js';

/** The problems of a draft: what to enter, by the member's JSON pointer (RFC 6901). */
export type Problems = ReadonlyMap<string, string>;

/** A problem with a member, as the pages show it. */
export interface MemberProblem {
  pointer: string;
  /** The step on which the member is edited. */
  step: WidgetStep;
  /** The member's name, such as "Customer bubble colour". */
  name: string;
  /** What to do, in a sentence that follows the name and a colon. */
  text: string;
}

/** Describes a problem with the member at a pointer. */
export const memberProblem = (pointer: string, message: string): MemberProblem => ({
  pointer,
  step: /^\/(domains|security)\b/.test(pointer) ? 'sites' : 'look',
  name: memberName(pointer),
  text: message.charAt(0).toLowerCase() + message.slice(1),
});

/**
 * Converts the description of a schema ("A text of 1 to 100 characters.") to an instruction ("Enter a text of 1 to
 * 100 characters.").
 */
export function askFor(description: string): string {
  const isDescription = /^(A|An|The|Up to|Font names)\s/.test(description);
  return isDescription ? `Enter ${description.charAt(0).toLowerCase()}${description.slice(1)}` : description;
}
