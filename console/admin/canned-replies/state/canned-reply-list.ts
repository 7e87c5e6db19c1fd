import type { CannedReply } from '../../../../shared/canned-reply.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';

/** The dialog that is open: a new reply, one that is changed, or one that is to be deleted. */
export type ReplyQuestion = { kind: 'edit'; reply?: CannedReply } | { kind: 'delete'; reply: CannedReply };

/** What the page of canned replies shows. */
export interface CannedReplyListState {
  /** Undefined until they are read. */
  readonly list: readonly CannedReply[] | undefined;
  readonly question: ReplyQuestion | undefined;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
  readonly isBusy: boolean;
}

/** The canned replies of the page: read, and changed by its dialogs. */
export class CannedReplyListModel extends Model<CannedReplyListState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ list: undefined, question: undefined, news: '', problem: '', isBusy: false });
    this.request = request;
  }

  async load(): Promise<void> {
    try {
      const list = (await this.request('GET', '/api/canned-replies')) as CannedReply[];
      this.change((state) => ({ ...state, list, problem: '' }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  ask(question: ReplyQuestion): void {
    this.change((state) => ({ ...state, question, news: '', problem: '' }));
  }

  dismiss(): void {
    this.change((state) => ({ ...state, question: undefined, problem: '' }));
  }

  /** A reply was saved: reads the list again, which has its order from the service. */
  async saved({ shortcut }: CannedReply): Promise<void> {
    this.change((state) => ({ ...state, question: undefined, news: `/${shortcut} was saved.` }));
    await this.load();
  }

  async delete({ cannedReplyId, shortcut }: CannedReply): Promise<void> {
    if (this.snapshot.isBusy) return;
    this.change((state) => ({ ...state, isBusy: true, problem: '' }));
    try {
      await this.request('DELETE', `/api/canned-replies/${encodeURIComponent(cannedReplyId)}`);
      this.change((state) => ({ ...state, question: undefined, news: `/${shortcut} was deleted.` }));
      await this.load();
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
    this.change((state) => ({ ...state, isBusy: false }));
  }
}
