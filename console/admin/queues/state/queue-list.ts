import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import type { KnownQueue } from './queue.js';

/** What the list of queues shows. */
export interface QueueListState {
  /** Undefined until they are read. */
  readonly list: readonly KnownQueue[] | undefined;
  /** The queue that is to be deleted, while the user is asked. */
  readonly leaving: KnownQueue | undefined;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
  readonly isBusy: boolean;
}

/** The queues of the page. */
export class QueueListModel extends Model<QueueListState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ list: undefined, leaving: undefined, news: '', problem: '', isBusy: false });
    this.request = request;
  }

  async load(): Promise<void> {
    try {
      const list = (await this.request('GET', '/api/queues')) as KnownQueue[];
      this.change((state) => ({ ...state, list, problem: '' }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  /** Asks before a queue is deleted. */
  ask(leaving: KnownQueue): void {
    this.change((state) => ({ ...state, leaving, news: '', problem: '' }));
  }

  dismiss(): void {
    this.change((state) => ({ ...state, leaving: undefined, problem: '' }));
  }

  async delete({ queueId, name }: KnownQueue): Promise<void> {
    if (this.snapshot.isBusy) return;
    this.change((state) => ({ ...state, isBusy: true, problem: '' }));
    try {
      await this.request('DELETE', `/api/queues/${encodeURIComponent(queueId)}`);
      this.change((state) => ({ ...state, leaving: undefined, news: `${name} was deleted.` }));
      await this.load();
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
    this.change((state) => ({ ...state, isBusy: false }));
  }
}
