import type { Widget } from '../../../../shared/widget-config.js';
import { checkWidget } from '../../../../shared/widget-input.js';
import { memberAt } from './member-at.js';
import { withMember } from './widget-differences.js';

/** Enough attempts for the two checks: of each member, then of lists as a whole. */
const attempts = 3;

/**
 * Returns the draft with each invalid member replaced by its last valid value, so that the preview shows all other
 * changes. Returns `previous` if the result is still invalid.
 */
export function lastValid(draft: Widget, previous: Widget): Widget {
  let candidate = draft;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { widget, problems } = checkWidget(candidate);
    if (widget) return widget;
    for (const { pointer } of problems) candidate = restored(candidate, previous, wholeMember(pointer));
  }
  return previous;
}

/** Returns the pointer of the member to replace. Lists are replaced as a whole, because their items may have moved. */
const wholeMember = (pointer: string): string => /^\/(domains|preChat)\b/.exec(pointer)?.[0] ?? pointer;

const restored = (draft: Widget, previous: Widget, pointer: string): Widget =>
  withMember(draft, pointer, memberAt(previous, pointer));
