import { createNanoEvents } from 'nanoevents';
import type { Widget } from '../../../shared/widget-config.js';
import { checkWidget } from '../../../shared/widget-input.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../../service-request.js';
import { differences, mergeWidgets, withMember, type Merged } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** What came of a try to save. */
export type Saved =
  | { kind: 'saved' }
  /** Something is not as it must be: see `problems`. */
  | { kind: 'invalid' }
  /** Somebody else saved meanwhile. */
  | { kind: 'conflict'; by: string | null; merged: Merged }
  | { kind: 'refused'; refusal: ServiceRefusal };

/** A widget while it is edited: what is saved, what is typed, what is wrong with it, and how the two come together. */
export class WidgetDraft {
  readonly #request: ServiceRequest;
  readonly #path: string;
  readonly #events = createNanoEvents<{ change(): void }>();
  #versions: WidgetVersion[];
  #draft: Widget;
  #valid: Widget;
  #problems: ReadonlyMap<string, string> = new Map();

  private constructor(request: ServiceRequest, path: string, versions: WidgetVersion[]) {
    this.#request = request;
    this.#path = path;
    this.#versions = versions;
    this.#draft = this.#valid = versions[0]!.widget;
  }

  /** Reads a widget with its history. Rejects with a {@link ServiceRefusal}. */
  static async open(request: ServiceRequest, widgetId: string): Promise<WidgetDraft> {
    const path = `/api/widgets/${encodeURIComponent(widgetId)}`;
    const versions = (await request('GET', `${path}/history`)) as WidgetVersion[];
    return new WidgetDraft(request, path, versions);
  }

  /** Calls back after each change; returns the undo. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** The live version first. */
  get versions(): readonly WidgetVersion[] {
    return this.#versions;
  }
  /** As it is saved. */
  get saved(): Widget {
    return this.#versions[0]!.widget;
  }
  /** As it is typed, right or wrong. */
  get draft(): Widget {
    return this.#draft;
  }
  /** As it was typed when nothing was wrong with it: for the preview. */
  get valid(): Widget {
    return this.#valid;
  }
  /** What is wrong with the draft, by the member's pointer. */
  get problems(): ReadonlyMap<string, string> {
    return this.#problems;
  }
  /** How many members are not saved yet. */
  get unsaved(): number {
    return differences(this.saved, this.#draft).length;
  }

  set(pointer: string, value: unknown): void {
    this.replace(withMember(this.#draft, pointer, value));
  }

  /** Takes a whole widget as the draft. */
  replace(draft: Widget): void {
    const { widget, problems } = checkWidget(withoutEmptyDomains(draft));
    this.#draft = draft;
    this.#problems = new Map(problems.map(({ pointer, message }) => [pointer, message]));
    if (widget) this.#valid = widget;
    this.#events.emit('change');
  }

  /** Forgets what is not saved. */
  discard(): void {
    this.replace(this.saved);
  }

  /** Saves the draft over the version that was read, and over no other. */
  async save(): Promise<Saved> {
    if (this.#problems.size > 0) return { kind: 'invalid' };
    const sent = this.#draft;
    const tag = `"${this.#versions[0]!.version}"`;
    try {
      await this.#request('PUT', this.#path, withoutEmptyDomains(sent), { 'if-match': tag });
      await this.#read();
      // What was typed while it was saved is the next change.
      this.replace(mergeWidgets(sent, this.#draft, this.saved).widget);
      return { kind: 'saved' };
    } catch (reason) {
      const refusal = asRefusal(reason);
      if (refusal.code === 'VERSION_CONFLICT') return this.#meet().catch(toRefused);
      if (refusal.pointer) {
        this.#problems = new Map([[refusal.pointer, refusal.message]]);
        this.#events.emit('change');
      }
      return { kind: 'refused', refusal };
    }
  }

  /** What somebody else saved becomes the version that is edited; the draft keeps one's own changes upon it. */
  async #meet(): Promise<Saved> {
    const base = this.saved;
    await this.#read();
    const merged = mergeWidgets(base, this.#draft, this.saved);
    this.replace(merged.widget);
    return { kind: 'conflict', by: this.#versions[0]!.savedBy, merged };
  }

  async #read(): Promise<void> {
    this.#versions = (await this.#request('GET', `${this.#path}/history`)) as WidgetVersion[];
  }
}

const toRefused = (reason: unknown): Saved => ({ kind: 'refused', refusal: asRefusal(reason) });

/** A line for a website that nobody wrote into is none. */
const withoutEmptyDomains = (widget: Widget): Widget => ({
  ...widget,
  domains: widget.domains.filter((domain) => domain.trim() !== '').map((domain) => domain.trim()),
});
