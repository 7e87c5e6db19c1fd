import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import type { WidgetActivity } from '../state/widget-activity.js';
import {
  findError,
  initialWidgetList,
  withActivity,
  withAnswer,
  withoutQuestion,
  withoutWidget,
  withQuestion,
  withRefusal,
  type WidgetListState,
  type WidgetQuestion,
  type WidgetRow,
} from './widget-list-state.js';

/** All widgets: loads, creates, copies and deletes them. */
export class WidgetCollection extends Model<WidgetListState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super(initialWidgetList);
    this.request = request;
  }

  /** Loads the widgets, then their activity, for which the list does not wait. */
  async load(): Promise<void> {
    this.change((state) => ({ ...state, problem: '' }));
    try {
      const rows = (await this.request('GET', '/api/widgets')) as WidgetRow[];
      this.change((state) => ({ ...state, rows }));
      await Promise.all(rows.map(({ widgetId }) => this.loadActivity(widgetId)));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  /** Opens a dialog. */
  ask(kind: WidgetQuestion['kind'], row?: WidgetRow): void {
    this.change((state) => withQuestion(state, kind, row));
  }

  /** Stores the name that is typed into the dialog. */
  rename(name: string): void {
    this.change((state) => withAnswer(state, { name, error: '' }));
  }

  /** Closes the dialog. */
  dismiss(): void {
    this.change((state) => ({ ...state, question: undefined }));
  }

  /** Submits the dialog. Resolves to the id of a widget that was created. */
  async answer(): Promise<string | undefined> {
    const { question, isBusy } = this.snapshot;
    if (!question || isBusy) return undefined;
    const error = findError(question);
    if (error) return void this.change((state) => withAnswer(state, { error }));
    this.change((state) => ({ ...state, isBusy: true, problem: '' }));
    try {
      const created = await (question.kind === 'delete' ? this.delete(question) : this.create(question));
      this.change((state) => withoutQuestion(state, question));
      return created;
    } catch (reason) {
      this.change((state) => withRefusal(state, question, asRefusal(reason).message));
      return undefined;
    } finally {
      this.change((state) => ({ ...state, isBusy: false }));
    }
  }

  private async create({ row, name }: WidgetQuestion): Promise<string> {
    const { widgetId: _widgetId, activity: _activity, ...copied } = row ?? ({} as WidgetRow);
    const body = { ...copied, name: name.trim() };
    return ((await this.request('POST', '/api/widgets', body)) as WidgetRow).widgetId;
  }

  private async delete({ row }: WidgetQuestion): Promise<undefined> {
    await this.request('DELETE', `/api/widgets/${encodeURIComponent(row!.widgetId)}`);
    this.change((state) => withoutWidget(state, row!));
  }

  /** Loads a widget's activity. Refusals are ignored: the list is useful without it. */
  private async loadActivity(widgetId: string): Promise<void> {
    const path = `/api/widgets/${encodeURIComponent(widgetId)}/activity`;
    const activity = (await this.request('GET', path).catch(() => undefined)) as WidgetActivity | undefined;
    if (activity) this.change((state) => withActivity(state, widgetId, activity));
  }
}
