import type { Widget } from '../../../../shared/widget-config.js';
import { Observable } from '../../../state/observable.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { WidgetActivity } from '../state/widget-activity.js';

/** A widget as the list shows it. */
export interface WidgetRow extends Widget {
  widgetId: string;
  activity?: WidgetActivity;
}

/** The dialog that is open: a new widget, a copy of one, or the end of one. */
export interface WidgetQuestion {
  kind: 'create' | 'duplicate' | 'delete';
  row?: WidgetRow;
  name: string;
  error: string;
}

/** The state behind the list of widgets, without the view. */
export class WidgetCollection extends Observable<
  Pick<WidgetCollection, 'rows' | 'question' | 'problem' | 'news' | 'isBusy'>
> {
  private readonly request: ServiceRequest;
  /** Undefined until they are read. */
  rows: readonly WidgetRow[] | undefined;
  question: WidgetQuestion | undefined;
  problem = '';
  /** What was done last, in a sentence. */
  news = '';
  isBusy = false;

  constructor(request: ServiceRequest) {
    super();
    this.request = request;
  }

  /** Reads the widgets, then when each was last used: the list need not wait for that. */
  async load(): Promise<void> {
    this.set({ problem: '' });
    try {
      this.set({ rows: (await this.request('GET', '/api/widgets')) as WidgetRow[] });
    } catch (reason) {
      return this.set({ problem: asRefusal(reason).message });
    }
    await Promise.all((this.rows ?? []).map(({ widgetId }) => this.loadActivity(widgetId)));
  }

  /** Opens a dialog. */
  ask(kind: WidgetQuestion['kind'], row?: WidgetRow): void {
    const name = kind === 'duplicate' ? `Copy of ${row!.name}` : '';
    this.set({ question: { kind, name, error: '', ...(row && { row }) }, news: '' });
  }

  /** Takes the name as it is typed into the dialog. */
  rename(name: string): void {
    if (this.question) this.set({ question: { ...this.question, name, error: '' } });
  }

  /** Closes the dialog. */
  dismiss(): void {
    this.set({ question: undefined });
  }

  /** Does what the dialog asks; resolves to the id of a widget that was created. */
  async answer(): Promise<string | undefined> {
    const { question } = this;
    if (!question || this.isBusy) return undefined;
    const error = findError(question);
    if (error) return void this.set({ question: { ...question, error } });
    this.set({ isBusy: true });
    try {
      const created = await (question.kind === 'delete' ? this.delete(question) : this.create(question));
      this.set({ question: undefined });
      return created;
    } catch (reason) {
      this.set({ question: { ...question, error: asRefusal(reason).message } });
      return undefined;
    } finally {
      this.set({ isBusy: false });
    }
  }

  private async create({ row, name }: WidgetQuestion): Promise<string> {
    const { widgetId: _widgetId, activity: _activity, ...copied } = row ?? ({} as WidgetRow);
    const body = { ...copied, name: name.trim() };
    return ((await this.request('POST', '/api/widgets', body)) as WidgetRow).widgetId;
  }

  private async delete({ row }: WidgetQuestion): Promise<undefined> {
    const { widgetId, name } = row!;
    await this.request('DELETE', `/api/widgets/${encodeURIComponent(widgetId)}`);
    const rows = this.rows?.filter((each) => each.widgetId !== widgetId);
    this.set({ rows, news: `${name} was deleted.` });
  }

  /** A list without the last chats is better than none: a refusal is not told. */
  private async loadActivity(widgetId: string): Promise<void> {
    const path = `/api/widgets/${encodeURIComponent(widgetId)}/activity`;
    const activity = (await this.request('GET', path).catch(() => undefined)) as WidgetActivity | undefined;
    if (!activity) return;
    this.set({ rows: this.rows?.map((row) => (row.widgetId === widgetId ? { ...row, activity } : row)) });
  }
}

function findError({ kind, row, name }: WidgetQuestion): string {
  if (kind === 'delete') return name.trim() === row!.name.trim() ? '' : `Type ${row!.name} exactly as shown.`;
  return name.trim() ? '' : 'Enter a name.';
}
