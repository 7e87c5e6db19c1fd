import type { Clock } from '../clock.js';
import type { Collection, Versioned } from '../backend/configuration.js';
import type { WidgetActivity } from './activity-schema.js';
import { mergeActivity, noActivity } from './merge-activity.js';

export interface WidgetActivitiesOptions {
  store: Collection<WidgetActivity>;
  clock: Clock;
  onError: (error: unknown) => void;
}

/**
 * Collects where each widget was seen, when it was last used, and what was refused. An administrator sees
 * from it whether the widget is installed, and why it isn't. Visitors never wait for it: notes are collected,
 * and written every few seconds.
 */
export interface WidgetActivities {
  noteSeen(widgetId: string, origin: string): void;
  noteChat(widgetId: string): void;
  /** Refusals of the same origin for the same reason are one, with a count. */
  noteRefused(widgetId: string, refusal: { origin: string | undefined; reason: string }): void;
  /** Newest first. */
  of(widgetId: string): WidgetActivity;
  forget(widgetId: string): Promise<void>;
  /** Writes the pending notes. */
  close(): Promise<void>;
}

const originCharacters = 300;
const writtenEvery = 10_000;
/** Milliseconds within which repeated sightings of a place count once. */
const seenEvery = 1_000;

/** Opens the activity of all widgets. Other processes add their notes to the same documents. */
export async function openWidgetActivities(options: WidgetActivitiesOptions): Promise<WidgetActivities> {
  return new WidgetNotes(options, await options.store.list());
}

class WidgetNotes implements WidgetActivities {
  readonly #options: WidgetActivitiesOptions;
  readonly #stored: Map<string, WidgetActivity>;
  /** Notes that aren't written yet, and those that are being written. */
  readonly #notes = new Map<string, WidgetActivity>();
  readonly #sending = new Map<string, WidgetActivity>();
  /** The place that was noted last for each widget, and its monotonic time. */
  readonly #lastSeen = new Map<string, { origin: string; at: number }>();
  readonly #unwatch: () => void;
  #undo: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: WidgetActivitiesOptions, stored: Versioned<WidgetActivity>[]) {
    this.#options = options;
    this.#stored = new Map(stored.map(({ id, value }) => [id, value]));
    this.#unwatch = options.store.watch((widgetId, document) => {
      if (document) this.#stored.set(widgetId, document.value);
      else this.#stored.delete(widgetId);
    });
  }

  noteSeen(widgetId: string, origin: string): void {
    const at = this.#options.clock.monotonic();
    const last = this.#lastSeen.get(widgetId);
    if (last?.origin === origin && at - last.at < seenEvery) return;
    this.#lastSeen.set(widgetId, { origin, at });
    this.#note(widgetId, (time) => ({ seen: [{ origin, at: time }] }));
  }

  noteChat(widgetId: string): void {
    this.#note(widgetId, (time) => ({ lastChatAt: time }));
  }

  noteRefused(widgetId: string, { origin, reason }: { origin: string | undefined; reason: string }): void {
    const place = origin?.slice(0, originCharacters) ?? null;
    this.#note(widgetId, (at) => ({ refused: [{ at, origin: place, reason, count: 1 }] }));
  }

  of(widgetId: string): WidgetActivity {
    return [this.#stored, this.#sending, this.#notes]
      .map((notes) => notes.get(widgetId) ?? noActivity)
      .reduce(mergeActivity);
  }

  async forget(widgetId: string): Promise<void> {
    for (const notes of [this.#stored, this.#notes, this.#sending, this.#lastSeen]) notes.delete(widgetId);
    await this.#options.store.delete(widgetId).catch(this.#options.onError);
  }

  async close(): Promise<void> {
    await this.#write();
    this.#unwatch();
  }

  #note(widgetId: string, change: (at: string) => Partial<WidgetActivity>): void {
    const { clock } = this.#options;
    const one = { ...noActivity, ...change(new Date(clock.now()).toISOString()) };
    this.#notes.set(widgetId, mergeActivity(this.#notes.get(widgetId) ?? noActivity, one));
    this.#undo ??= clock.later(writtenEvery, () => void this.#write());
  }

  #write(): Promise<void> {
    this.#undo?.();
    this.#undo = undefined;
    this.#writing = this.#writing.then(() => this.#writeEach());
    return this.#writing;
  }

  async #writeEach(): Promise<void> {
    for (const [widgetId, own] of [...this.#notes]) {
      this.#notes.delete(widgetId);
      this.#sending.set(widgetId, own);
      try {
        while (this.#sending.has(widgetId) && !(await this.#add(widgetId, own)));
      } catch (error) {
        // Best effort: nothing waits for a note or fails with it. The next write tries again.
        this.#options.onError(error);
        this.#notes.set(widgetId, mergeActivity(own, this.#notes.get(widgetId) ?? noActivity));
      } finally {
        this.#sending.delete(widgetId);
      }
    }
  }

  /** Merges notes into what is stored. False if another process wrote meanwhile. */
  async #add(widgetId: string, own: WidgetActivity): Promise<boolean> {
    const { store } = this.#options;
    const document = await store.get(widgetId);
    const value = mergeActivity(document?.value ?? noActivity, own);
    if (!(await store.put(widgetId, value, document?.version ?? 0)).ok) return false;
    this.#sending.delete(widgetId);
    this.#stored.set(widgetId, value);
    return true;
  }
}
