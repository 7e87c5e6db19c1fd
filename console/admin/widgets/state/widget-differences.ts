import type { Widget } from '../../../../shared/widget-config.js';

/** One member that two versions of a widget have differently. */
export interface Difference {
  /** RFC 6901. */
  pointer: string;
  before: unknown;
  after: unknown;
}

/** Every member, at its depth, in which two widgets differ; a list counts as one member. */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], `${pointer}/${name}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ pointer, before, after }];
}

/** The widget with a member set; nothing that was given is changed. */
export function withMember(widget: Widget, pointer: string, value: unknown): Widget {
  const set = (target: unknown, [name, ...rest]: string[]): unknown =>
    name === undefined
      ? value
      : { ...(target as object), [name]: set((target as Record<string, unknown>)[name], rest) };
  return set(widget, pointer.split('/').slice(1)) as Widget;
}

/** What became of one's own changes upon a widget that somebody else has changed meanwhile. */
export interface Merged {
  /** Theirs, with one's own changes upon it. */
  widget: Widget;
  /** What they changed. */
  theirs: Difference[];
  /** Members that both changed, to different values: `before` is theirs, `after` one's own. */
  conflicts: Difference[];
}

/** Puts the changes from `base` to `mine` upon `theirs`. */
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
