import type { Widget } from '../../../../shared/widget-config.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import {
  afterConflict,
  afterSave,
  openDraft,
  replaceDraft,
  savedWidget,
  toSend,
  withRefusedMember,
  withValue,
  type DraftState,
} from './draft-state.js';
import type { Merged } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** The outcome of an attempt to save. */
export type Saved =
  | { kind: 'saved' }
  /** Some members are invalid: see `problems`. */
  | { kind: 'invalid' }
  /** Someone else saved the widget since it was loaded. */
  | { kind: 'conflict'; by: string | null; merged: Merged }
  | { kind: 'refused'; refusal: ServiceRefusal };

/** A widget that is being edited: loads and saves it, and merges concurrent changes. */
export class WidgetDraft extends Model<DraftState> {
  private readonly request: ServiceRequest;
  private readonly path: string;

  private constructor(request: ServiceRequest, path: string, versions: readonly WidgetVersion[]) {
    super(openDraft(versions));
    this.request = request;
    this.path = path;
  }

  /** Loads a widget with its history. Rejects with a {@link ServiceRefusal}. */
  static async open(request: ServiceRequest, widgetId: string): Promise<WidgetDraft> {
    const path = `/api/widgets/${encodeURIComponent(widgetId)}`;
    return new WidgetDraft(request, path, await readVersions(request, path));
  }

  /** Sets a member, by its pointer. */
  set(pointer: string, value: unknown): void {
    this.change((state) => withValue(state, pointer, value));
  }

  /** Replaces the whole draft. */
  replace(draft: Widget): void {
    this.change((state) => replaceDraft(state, draft));
  }

  /** Discards unsaved changes. */
  discard(): void {
    this.replace(savedWidget(this.snapshot));
  }

  /** Saves the draft, unless the saved version is no longer the one that was loaded. */
  async save(): Promise<Saved> {
    const { problems, draft, versions } = this.snapshot;
    if (problems.size > 0) return { kind: 'invalid' };
    try {
      await this.request('PUT', this.path, toSend(draft), { 'if-match': `"${versions[0]!.version}"` });
      const saved = await readVersions(this.request, this.path);
      this.change((state) => afterSave(state, draft, saved));
      return { kind: 'saved' };
    } catch (reason) {
      return this.handle(asRefusal(reason));
    }
  }

  private async handle(refusal: ServiceRefusal): Promise<Saved> {
    const { code, pointer, message } = refusal;
    if (code === 'VERSION_CONFLICT') return this.mergeTheirs();
    if (pointer === undefined) return { kind: 'refused', refusal };
    this.change((state) => withRefusedMember(state, pointer, message));
    return { kind: 'invalid' };
  }

  private async mergeTheirs(): Promise<Saved> {
    try {
      const versions = await readVersions(this.request, this.path);
      const { state, merged } = afterConflict(this.snapshot, versions);
      this.change(() => state);
      return { kind: 'conflict', by: versions[0]!.savedBy, merged };
    } catch (reason) {
      return { kind: 'refused', refusal: asRefusal(reason) };
    }
  }
}

const readVersions = async (request: ServiceRequest, path: string): Promise<WidgetVersion[]> =>
  (await request('GET', `${path}/history`)) as WidgetVersion[];
