import type { Widget } from '../../../../shared/widget-config.js';
import { checkWidget } from '../../../../shared/widget-input.js';
import { memberAt } from './member-at.js';
import { withMember } from './widget-differences.js';

/** Members are checked twice: lists have rules of their own once every member is right. */
const attempts = 3;

/**
 * The draft with each member that is wrong replaced by its last valid value, so that one wrong field leaves everything
 * else live; `previous` where that does not help.
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

/** A list is replaced as a whole: its items may have moved. */
const wholeMember = (pointer: string): string => /^\/(domains|preChat)\b/.exec(pointer)?.[0] ?? pointer;

const restored = (draft: Widget, previous: Widget, pointer: string): Widget =>
  withMember(draft, pointer, memberAt(previous, pointer));
