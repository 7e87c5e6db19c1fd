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
  /** Some members are wrong: see `problems`. */
  | { kind: 'invalid' }
  /** Somebody else saved since the widget was read. */
  | { kind: 'conflict'; by: string | null; merged: Merged }
  | { kind: 'refused'; refusal: ServiceRefusal };

/** A widget while it is edited: reads and saves it at the service, and merges what two editors changed. */
export class WidgetDraft extends Model<DraftState> {
  private readonly request: ServiceRequest;
  private readonly path: string;

  private constructor(request: ServiceRequest, path: string, versions: readonly WidgetVersion[]) {
    super(openDraft(versions));
    this.request = request;
    this.path = path;
  }

  /** Reads a widget with its history. Rejects with a {@link ServiceRefusal}. */
  static async open(request: ServiceRequest, widgetId: string): Promise<WidgetDraft> {
    const path = `/api/widgets/${encodeURIComponent(widgetId)}`;
    return new WidgetDraft(request, path, await readVersions(request, path));
  }

  /** Sets a member, by its pointer. */
  set(pointer: string, value: unknown): void {
    this.change((state) => withValue(state, pointer, value));
  }

  /** Takes a whole widget as the draft. */
  replace(draft: Widget): void {
    this.change((state) => replaceDraft(state, draft));
  }

  /** Drops what is not saved. */
  discard(): void {
    this.replace(savedWidget(this.snapshot));
  }

  /** Saves the draft over the version that was read, and over no other. */
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
    if (code === 'VERSION_CONFLICT') return this.meet();
    if (pointer === undefined) return { kind: 'refused', refusal };
    this.change((state) => withRefusedMember(state, pointer, message));
    return { kind: 'invalid' };
  }

  private async meet(): Promise<Saved> {
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
