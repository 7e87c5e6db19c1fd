import { Type, type Static } from 'typebox';
import type { Clock } from '../clock.js';
import type { Collection } from '../backend/configuration.js';
import { mergeActivity, noActivity } from './merge-activity.js';

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

const originCharacters = 300;
const writtenEvery = 10_000;
/** Milliseconds in which a place that is seen again and again is noted once. */
const seenEvery = 1_000;

/** The notes of this process are added to what is stored, where other processes add theirs. */
export async function openWidgetActivities(options: WidgetActivitiesOptions): Promise<WidgetActivities> {
  const { store, clock, onError } = options;
  const stored = new Map((await store.list()).map(({ id, value }) => [id, value]));
  /** Notes that are not written yet, and those that are being written. */
  const notes = new Map<string, WidgetActivity>();
  const sending = new Map<string, WidgetActivity>();
  /** By widget, the place that was noted last, and when, by monotonic time. */
  const lastSeen = new Map<string, { origin: string; at: number }>();
  let undo: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();
  const unwatch = store.watch((widgetId, document) => {
    if (document) stored.set(widgetId, document.value);
    else stored.delete(widgetId);
  });

  const withNotes = (known: Map<string, WidgetActivity>, widgetId: string, own: WidgetActivity) =>
    mergeActivity(known.get(widgetId) ?? noActivity, own);

  function note(widgetId: string, change: (at: string) => Partial<WidgetActivity>): void {
    const one = { ...noActivity, ...change(new Date(clock.now()).toISOString()) };
    notes.set(widgetId, withNotes(notes, widgetId, one));
    undo ??= clock.later(writtenEvery, () => void write());
  }

  function write(): Promise<void> {
    undo?.();
    undo = undefined;
    writing = writing.then(writeEach);
    return writing;
  }

  async function writeEach(): Promise<void> {
    for (const [widgetId, own] of [...notes]) {
      notes.delete(widgetId);
      sending.set(widgetId, own);
      try {
        while (sending.has(widgetId) && !(await add(widgetId, own)));
      } catch (error) {
        // A note is a service to the administrator: nothing waits for it, or fails by it. The next write tries again.
        onError(error);
        notes.set(widgetId, mergeActivity(own, notes.get(widgetId) ?? noActivity));
      } finally {
        sending.delete(widgetId);
      }
    }
  }

  /** Adds notes to what is stored; whether nobody else wrote meanwhile. */
  async function add(widgetId: string, own: WidgetActivity): Promise<boolean> {
    const document = await store.get(widgetId);
    const value = mergeActivity(document?.value ?? noActivity, own);
    if (!(await store.put(widgetId, value, document?.version ?? 0)).ok) return false;
    sending.delete(widgetId);
    stored.set(widgetId, value);
    return true;
  }

  return {
    noteSeen(widgetId, origin) {
      const at = clock.monotonic();
      const last = lastSeen.get(widgetId);
      if (last?.origin === origin && at - last.at < seenEvery) return;
      lastSeen.set(widgetId, { origin, at });
      note(widgetId, (time) => ({ seen: [{ origin, at: time }] }));
    },
    noteChat: (widgetId) => note(widgetId, (time) => ({ lastChatAt: time })),
    noteRefused(widgetId, { origin, reason }) {
      const place = origin?.slice(0, originCharacters) ?? null;
      note(widgetId, (at) => ({ refused: [{ at, origin: place, reason, count: 1 }] }));
    },
    of(widgetId) {
      const written = withNotes(stored, widgetId, sending.get(widgetId) ?? noActivity);
      return mergeActivity(written, notes.get(widgetId) ?? noActivity);
    },
    async forget(widgetId) {
      for (const map of [stored, notes, sending, lastSeen]) map.delete(widgetId);
      await store.delete(widgetId).catch(onError);
    },
    async close() {
      await write();
      unwatch();
    },
  };
}
