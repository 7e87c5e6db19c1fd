import { createNanoEvents } from 'nanoevents';
import type { Widget } from '../../../../shared/widget-config.js';
import { checkWidget } from '../../../../shared/widget-input.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { brandOf, themeOfBrand } from './brand-colour.js';
import { isColour } from './contrast.js';
import { lastValid } from './last-valid.js';
import { askFor, type Problems } from './member-problem.js';
import { differences, mergeWidgets, withMember, type Merged } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** The outcome of an attempt to save. */
export type Saved =
  | { kind: 'saved' }
  /** Some members are wrong: see `problems`. */
  | { kind: 'invalid' }
  /** Somebody else saved since the widget was read. */
  | { kind: 'conflict'; by: string | null; merged: Merged }
  | { kind: 'refused'; refusal: ServiceRefusal };

/** The pointer of the brand colour: a proposal for other members that is not stored itself. */
export const brandPointer = '/theme/brand';

/** A widget while it is edited: the saved version, the draft, the draft's problems, and how two editors' changes merge. */
export class WidgetDraft {
  readonly #request: ServiceRequest;
  readonly #path: string;
  readonly #events = createNanoEvents<{ change(): void }>();
  #versions: WidgetVersion[];
  #draft: Widget;
  #valid: Widget;
  #problems: Problems = new Map();
  /** A brand colour as it is typed, while it is no colour. */
  #unfinishedBrand: string | undefined;

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
  /** The live version. */
  get saved(): Widget {
    return this.#versions[0]!.widget;
  }
  /** The widget as it is typed, valid or not. */
  get draft(): Widget {
    return this.#draft;
  }
  /** The draft with the last valid value of each member that is wrong: for the preview. */
  get valid(): Widget {
    return this.#valid;
  }
  get problems(): Problems {
    return this.#problems;
  }
  /** The brand colour as it is typed, or the one that the draft's colours come from. */
  get brand(): string {
    return this.#unfinishedBrand ?? brandOf(this.#draft.theme);
  }
  /** How many members are not saved yet. */
  get unsaved(): number {
    return differences(this.saved, this.#draft).length + (this.#unfinishedBrand === undefined ? 0 : 1);
  }

  set(pointer: string, value: unknown): void {
    if (pointer === brandPointer) return this.#setBrand(String(value));
    this.#take(withMember(this.#draft, pointer, value));
  }

  /** Takes a whole widget as the draft. */
  replace(draft: Widget): void {
    this.#unfinishedBrand = undefined;
    this.#take(draft);
  }

  /** Drops what is not saved. */
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
      this.#take(mergeWidgets(sent, this.#draft, this.saved).widget);
      return { kind: 'saved' };
    } catch (reason) {
      const refusal = asRefusal(reason);
      if (refusal.code === 'VERSION_CONFLICT') return this.#meet().catch(toRefused);
      if (refusal.pointer === undefined) return { kind: 'refused', refusal };
      this.#problems = new Map([[refusal.pointer, askFor(refusal.message)]]);
      this.#events.emit('change');
      return { kind: 'invalid' };
    }
  }

  /** A brand colour proposes all others; a text that is no colour leaves them as they are. */
  #setBrand(text: string): void {
    this.#unfinishedBrand = isColour(text) ? undefined : text;
    const proposed = isColour(text) ? themeOfBrand(text) : {};
    this.#take({ ...this.#draft, theme: { ...this.#draft.theme, ...proposed } });
  }

  #take(draft: Widget): void {
    const rows = withoutEmptyDomains(draft);
    this.#draft = draft;
    this.#valid = lastValid(rows, this.#valid);
    const places = filledRows(draft.domains);
    this.#problems = new Map(
      checkWidget(rows).problems.map(({ pointer, message }) => [inPlace(pointer, places), askFor(message)]),
    );
    if (this.#unfinishedBrand !== undefined)
      this.#problems = new Map([[brandPointer, 'Enter a hex code such as #0b5fff.'], ...this.#problems]);
    this.#events.emit('change');
  }

  /** What somebody else saved becomes the version that is edited; the draft keeps one's own changes on top of it. */
  async #meet(): Promise<Saved> {
    const base = this.saved;
    await this.#read();
    const merged = mergeWidgets(base, this.#draft, this.saved);
    this.#take(merged.widget);
    return { kind: 'conflict', by: this.#versions[0]!.savedBy, merged };
  }

  async #read(): Promise<void> {
    this.#versions = (await this.#request('GET', `${this.#path}/history`)) as WidgetVersion[];
  }
}

const toRefused = (reason: unknown): Saved => ({ kind: 'refused', refusal: asRefusal(reason) });

/** Empty rows of the list of websites are not sent. */
const withoutEmptyDomains = (widget: Widget): Widget => ({
  ...widget,
  domains: widget.domains.filter((domain) => domain.trim() !== '').map((domain) => domain.trim()),
});

const filledRows = (domains: readonly string[]): number[] =>
  domains.flatMap((domain, row) => (domain.trim() === '' ? [] : [row]));

/** The pointer of a website in the list with its empty rows. */
const inPlace = (pointer: string, rows: readonly number[]): string =>
  pointer.replace(
    /^\/domains\/(\d+)$/,
    (_whole, index: string) => `/domains/${rows[Number(index)] ?? index}`,
  );
