import { Type, type Static } from 'typebox';
import type { Clock } from '../clock.js';
import type { Collection } from '../backend/configuration.js';

const closed = { additionalProperties: false };
const RefusalSchema = Type.Object(
  {
    /** ISO 8601: the last time. */
    at: Type.String(),
    /** Where the page was; null where the request named no origin. */
    origin: Type.Union([Type.String(), Type.Null()]),
    /** `ORIGIN`, or why the token was refused. */
    reason: Type.String(),
    /** How often this was so. */
    count: Type.Integer({ minimum: 1 }),
  },
  closed,
);
/** What happened around a widget, as it is stored. */
export const WidgetActivitySchema = Type.Object(
  {
    lastChatAt: Type.Union([Type.String(), Type.Null()]),
    seen: Type.Array(Type.Object({ origin: Type.String(), at: Type.String() }, closed)),
    refused: Type.Array(RefusalSchema),
  },
  closed,
);
export type WidgetActivity = Static<typeof WidgetActivitySchema>;

export interface WidgetActivitiesOptions {
  store: Collection<WidgetActivity>;
  clock: Clock;
  onError: (error: unknown) => void;
}

/**
 * Where each widget was seen, when it was last used, and what was refused: tells an administrator whether it is in, and
 * why not. Notes cost the visitor nothing: they are gathered, and written every few seconds.
 */
export interface WidgetActivities {
  noteSeen(widgetId: string, origin: string): void;
  noteChat(widgetId: string): void;
  /** The same origin for the same reason is one refusal with a count. */
  noteRefused(widgetId: string, refusal: { origin: string | undefined; reason: string }): void;
  /** Newest first. */
  of(widgetId: string): WidgetActivity;
  forget(widgetId: string): Promise<void>;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

/** How many refusals, and how many places, are kept for each widget. */
const refusalsKept = 100;
const placesKept = 50;
const originCharacters = 300;
const writtenEvery = 10_000;
/** Milliseconds in which a place that is seen again and again is noted once. */
const seenEvery = 1_000;

export async function openWidgetActivities(options: WidgetActivitiesOptions): Promise<WidgetActivities> {
  const { store, clock, onError } = options;
  const known = new Map((await store.list()).map(({ id, value }) => [id, value]));
  const unwritten = new Set<string>();
  /** By widget, the monotonic time at which the newest place was noted. */
  const seenAt = new Map<string, number>();
  let undo: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();

  const of = (widgetId: string): WidgetActivity =>
    known.get(widgetId) ?? { lastChatAt: null, seen: [], refused: [] };

  function note(widgetId: string, change: (activity: WidgetActivity, at: string) => Partial<WidgetActivity>) {
    const activity = of(widgetId);
    known.set(widgetId, { ...activity, ...change(activity, new Date(clock.now()).toISOString()) });
    unwritten.add(widgetId);
    undo ??= clock.later(writtenEvery, () => void write());
  }

  function write(): Promise<void> {
    undo?.();
    undo = undefined;
    writing = writing.then(writeEach);
    return writing;
  }

  async function writeEach(): Promise<void> {
    for (const widgetId of unwritten) {
      unwritten.delete(widgetId);
      // A note is a service to the administrator: nothing else waits for it, or fails by it.
      await store.put(widgetId, of(widgetId)).catch(onError);
    }
  }

  return {
    noteSeen(widgetId, origin) {
      const [newest] = of(widgetId).seen;
      const since = clock.monotonic() - (seenAt.get(widgetId) ?? -Infinity);
      if (newest?.origin === origin && since < seenEvery) return;
      seenAt.set(widgetId, clock.monotonic());
      note(widgetId, ({ seen }, at) => {
        const others = seen.filter((place) => place.origin !== origin);
        return { seen: [{ origin, at }, ...others].slice(0, placesKept) };
      });
    },
    noteChat: (widgetId) => note(widgetId, (_activity, at) => ({ lastChatAt: at })),
    noteRefused: (widgetId, { origin: given, reason }) =>
      note(widgetId, ({ refused }, at) => {
        const origin = given?.slice(0, originCharacters) ?? null;
        const isSame = (each: { origin: string | null; reason: string }): boolean =>
          each.origin === origin && each.reason === reason;
        const count = (refused.find(isSame)?.count ?? 0) + 1;
        const others = refused.filter((each) => !isSame(each));
        return { refused: [{ at, origin, reason, count }, ...others].slice(0, refusalsKept) };
      }),
    of,
    async forget(widgetId) {
      known.delete(widgetId);
      unwritten.delete(widgetId);
      seenAt.delete(widgetId);
      await store.delete(widgetId).catch(onError);
    },
    close: write,
  };
}
