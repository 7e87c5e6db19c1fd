import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import type { FlowChoice, QueueChoice } from '../../state/flow-and-queue.js';
import { WidgetDraft } from '../state/widget-draft.js';
import type { WidgetVersion } from '../state/widget-version.js';
import {
  afterSaving,
  discarded,
  initialEditor,
  isDirty,
  saving,
  withDraft,
  type EditorState,
} from './editor-state.js';

/** The model of the widget editor: the draft, saving, and its outcome. */
export class WidgetEditing extends Model<EditorState> {
  private readonly request: ServiceRequest;
  private readonly widgetId: string;
  private draft: WidgetDraft | undefined;

  constructor(request: ServiceRequest, widgetId: string) {
    super(initialEditor);
    this.request = request;
    this.widgetId = widgetId;
  }

  /** Loads the widget, and the flows and queues to choose from. */
  async load(): Promise<void> {
    try {
      const [draft, flows, queues] = (await Promise.all([
        WidgetDraft.open(this.request, this.widgetId),
        this.request('GET', '/api/flows'),
        this.request('GET', '/api/queues'),
      ])) as [WidgetDraft, FlowChoice[], QueueChoice[]];
      this.draft = draft;
      draft.onChange(() => this.change((state) => withDraft(state, draft.snapshot)));
      this.change((state) => ({ ...state, draft: draft.snapshot, flows, queues }));
    } catch (reason) {
      this.fail(asRefusal(reason).message);
    }
  }

  /** Sets a member of the draft. */
  set(pointer: string, value: unknown): void {
    this.change((state) => ({ ...state, news: '' }));
    this.draft?.set(pointer, value);
  }

  /** Saves the draft. Resolves to whether it was saved. */
  async save(): Promise<boolean> {
    if (!this.draft || this.snapshot.isBusy) return false;
    this.change(saving);
    const outcome = await this.draft.save();
    this.change((state) => afterSaving(state, outcome));
    return outcome.kind === 'saved';
  }

  /** Discards unsaved changes. */
  discard(): void {
    this.change(discarded);
    this.draft?.discard();
  }

  /** Closes the conflict dialog. The draft contains the changes of both. */
  review(): void {
    this.change((state) => ({ ...state, conflict: undefined }));
  }

  /** Saves the user's changes on top of what someone else saved. */
  async keepMine(): Promise<boolean> {
    this.review();
    return this.save();
  }

  /** Adds a website, and saves it unless the draft has other unsaved changes. */
  async allow(origin: string): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const wasDirty = isDirty(this.snapshot);
    draft.set('/domains', [...draft.snapshot.draft.domains, origin]);
    if (wasDirty) this.fail(`${origin} was added. Save it together with your other changes.`);
    else await this.save();
  }

  /** Restores an earlier version as the live one. */
  async restore({ widget }: WidgetVersion): Promise<void> {
    if (isDirty(this.snapshot))
      return this.fail('Save or discard your changes before restoring an earlier version.');
    this.draft?.replace(widget);
    await this.save();
  }

  private fail(failure: string): void {
    this.change((state) => ({ ...state, failure }));
  }
}
