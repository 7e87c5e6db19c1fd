import { Type } from 'typebox';
import type { ChosenStatus } from './agent-status.js';

const id = '[A-Za-z0-9][A-Za-z0-9_-]{0,127}';

/** What agents may choose. It is apart from the statuses, which the console's pages load. */
export const ChosenStatusSchema = Type.Unsafe<ChosenStatus>(
  Type.String({
    pattern: `^(AVAILABLE|(NEXT:)?(OFFLINE|AWAY(:${id})?))$`,
    description:
      'AVAILABLE, OFFLINE, AWAY or AWAY:REASON; NEXT:OFFLINE or NEXT:AWAY once the last chat is over.',
  }),
);
export const AgentStatusSchema = Type.Union([ChosenStatusSchema, Type.Literal('MISSED')]);
