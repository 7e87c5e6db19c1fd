import type { Widget } from '../../../../shared/widget-config.js';

/** A member that differs between two versions of a widget. */
export interface Difference {
  /** A JSON pointer (RFC 6901). */
  pointer: string;
  before: unknown;
  after: unknown;
}

/** Returns every member, at any depth, in which two widgets differ. A list counts as one member. */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], `${pointer}/${name}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ pointer, before, after }];
}

/** Returns a copy of the widget with a member set. */
export function withMember(widget: Widget, pointer: string, value: unknown): Widget {
  const set = (target: unknown, [name, ...rest]: string[]): unknown =>
    name === undefined
      ? value
      : { ...(target as object), [name]: set((target as Record<string, unknown>)[name], rest) };
  return set(widget, pointer.split('/').slice(1)) as Widget;
}

/** The user's changes, merged into a widget that someone else has changed. */
export interface Merged {
  /** Their widget with the user's changes. */
  widget: Widget;
  /** Their changes. */
  theirs: Difference[];
  /** Members that both changed to different values: `before` is theirs, `after` the user's. */
  conflicts: Difference[];
}

/** Merges the changes from `base` to `mine` into `theirs`. */
export function mergeWidgets(base: Widget, mine: Widget, theirs: Widget): Merged {
  const changed = differences(base, theirs);
  const own = differences(base, mine);
  const widget = own.reduce((merged, { pointer, after }) => withMember(merged, pointer, after), theirs);
  const conflicts = differences(theirs, widget).filter(({ pointer }) =>
    changed.some((each) => each.pointer === pointer),
  );
  return { widget, theirs: changed, conflicts };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
