import { asRefusal, ServiceRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import { newId } from '../../state/new-id.js';
import { toBody, toForm, type QueueForm } from './queue-form.js';
import type { KnownQueue } from './queue.js';

/** What the editor of a queue shows. */
export interface QueueEditingState {
  /** The form; undefined until the queue is read. */
  readonly form: QueueForm | undefined;
  /** The form as it is stored. */
  readonly saved: QueueForm | undefined;
  /** The other queues, which can take what this one has no room for. */
  readonly others: readonly KnownQueue[];
  /** What went wrong while the queue was read, in a sentence. */
  readonly problem: string;
}

/** Reads, changes and saves one queue; a new one has no id yet. */
export class QueueEditing extends Model<QueueEditingState> {
  private readonly request: ServiceRequest;
  private readonly queueId: string;
  private readonly timeZone: string;
  private version = 0;

  /** `timeZone` is proposed for new opening hours. */
  constructor(request: ServiceRequest, queueId: string, timeZone: string) {
    super({ form: undefined, saved: undefined, others: [], problem: '' });
    this.request = request;
    this.queueId = queueId;
    this.timeZone = timeZone;
  }

  get isDirty(): boolean {
    const { form, saved } = this.snapshot;
    return form !== saved && JSON.stringify(form) !== JSON.stringify(saved);
  }

  async load(): Promise<void> {
    try {
      const all = (await this.request('GET', '/api/queues')) as KnownQueue[];
      const own = all.find(({ queueId }) => queueId === this.queueId);
      if (this.queueId && !own) throw new ServiceRefusal('QUEUE_NOT_FOUND', 404, 'There is no such queue.');
      this.version = own?.version ?? 0;
      const form = toForm(own, this.timeZone);
      const others = all.filter((each) => each !== own);
      this.change((state) => ({ ...state, form, saved: form, others, problem: '' }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  set(change: Partial<QueueForm>): void {
    this.change((state) => ({ ...state, form: state.form && { ...state.form, ...change } }));
  }

  /** Stores the form, unless somebody else changed the queue meanwhile. Resolves with the queue's id. */
  async save(): Promise<string> {
    const form = this.snapshot.form!;
    const queueId =
      this.queueId ||
      newId(
        form.name,
        this.snapshot.others.map((each) => each.queueId),
        'queue',
      );
    const path = `/api/queues/${encodeURIComponent(queueId)}`;
    const expected = { 'if-match': `"${this.version}"` };
    const stored = (await this.request('PUT', path, toBody(form), expected)) as KnownQueue;
    this.version = stored.version;
    this.change((state) => ({ ...state, saved: form }));
    return queueId;
  }
}
