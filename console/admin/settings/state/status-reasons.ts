import type { KnownStatusReason } from '../../../../shared/status-reason.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import { newId } from '../../state/new-id.js';

/** What the section of status reasons shows. */
export interface StatusReasonsState {
  /** Undefined until they are read. */
  readonly list: readonly KnownStatusReason[] | undefined;
  /** The name that is typed for a new reason. */
  readonly draft: string;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
  readonly isBusy: boolean;
}

/** The reasons for being away: reads and changes them. */
export class StatusReasonsModel extends Model<StatusReasonsState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ list: undefined, draft: '', news: '', problem: '', isBusy: false });
    this.request = request;
  }

  async load(): Promise<void> {
    try {
      const list = (await this.request('GET', '/api/status-reasons')) as KnownStatusReason[];
      this.change((state) => ({ ...state, list, problem: '' }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  type(draft: string): void {
    this.change((state) => ({ ...state, draft, problem: '' }));
  }

  /** Adds the reason that was typed. */
  async add(): Promise<void> {
    const { draft, list = [] } = this.snapshot;
    const name = draft.trim();
    if (!name) return this.change((state) => ({ ...state, problem: 'Enter a name for the reason.' }));
    const id = newId(
      name,
      list.map((each) => each.statusReasonId),
      'reason',
    );
    // Of two administrators who add at once, the second one must not replace the first one's reason.
    const put = () => this.request('PUT', pathOf(id), { name }, { 'if-match': '"0"' });
    if (await this.attempt(put, `${name} was added.`)) this.change((state) => ({ ...state, draft: '' }));
  }

  async delete({ statusReasonId, name }: KnownStatusReason): Promise<void> {
    await this.attempt(() => this.request('DELETE', pathOf(statusReasonId)), `${name} was deleted.`);
  }

  /** Asks the service, and reads the list again. Resolves with whether it was done. */
  private async attempt(ask: () => Promise<unknown>, news: string): Promise<boolean> {
    if (this.snapshot.isBusy) return false;
    this.change((state) => ({ ...state, isBusy: true, news: '', problem: '' }));
    try {
      await ask();
      this.change((state) => ({ ...state, isBusy: false, news }));
      await this.load();
      return true;
    } catch (reason) {
      this.change((state) => ({ ...state, isBusy: false, problem: asRefusal(reason).message }));
      return false;
    }
  }
}

const pathOf = (id: string): string => `/api/status-reasons/${encodeURIComponent(id)}`;
