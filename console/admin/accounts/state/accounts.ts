import { Observable } from '../../../state/observable.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import type { Account } from './account-form.js';

/** The dialog that is open. */
export type AccountQuestion =
  { kind: 'edit'; account?: Account } | { kind: 'password' | 'disable'; account: Account };

/** The state behind the page of staff accounts, without the view. */
export class Accounts extends Observable<
  Pick<Accounts, 'list' | 'queues' | 'question' | 'news' | 'problem' | 'refusal' | 'isBusy'>
> {
  private readonly request: ServiceRequest;
  /** Undefined until they are read. */
  list: readonly Account[] | undefined;
  queues: readonly QueueChoice[] = [];
  question: AccountQuestion | undefined;
  /** What was done last, in a sentence. */
  news = '';
  /** What went wrong, on the page and in the dialog that is open. */
  problem = '';
  refusal = '';
  isBusy = false;

  constructor(request: ServiceRequest) {
    super();
    this.request = request;
  }

  /** Reads the accounts, and the queues that they can serve. */
  async load(): Promise<void> {
    this.set({ problem: '' });
    try {
      const [list, queues] = await Promise.all([
        this.request('GET', '/api/agents'),
        this.request('GET', '/api/queues'),
      ]);
      this.set({ list: list as Account[], queues: queues as QueueChoice[] });
    } catch (reason) {
      this.set({ problem: asRefusal(reason).message });
    }
  }

  /** Opens a dialog. */
  ask(question: AccountQuestion): void {
    this.set({ question, news: '', problem: '', refusal: '' });
  }

  /** Closes the dialog. */
  dismiss(): void {
    this.set({ question: undefined });
  }

  /** Takes an account as the service gives it after a change, and says what was done; `question` is the dialog that asked. */
  take(account: Account, done: string, question: AccountQuestion | undefined): void {
    const list = this.list ?? [];
    const isKnown = list.some(({ agentId }) => agentId === account.agentId);
    this.set({
      list: isKnown
        ? list.map((each) => (each.agentId === account.agentId ? account : each))
        : [...list, account],
      // An answer may come after its dialog was closed by Escape; another dialog that is open by then stays.
      ...(this.question === question && { question: undefined }),
      problem: '',
      news: `${account.displayName} ${done}.`,
    });
  }

  async setDisabled(account: Account, disabled: boolean): Promise<void> {
    if (this.isBusy) return;
    const { question } = this;
    this.set({ isBusy: true, refusal: '', problem: '' });
    try {
      const path = `/api/agents/${encodeURIComponent(account.agentId)}`;
      const changed = (await this.request('PATCH', path, { disabled })) as Account;
      this.take(changed, disabled ? 'was disabled' : 'was enabled', question);
    } catch (reason) {
      const { message } = asRefusal(reason);
      this.set(question && this.question === question ? { refusal: message } : { problem: message });
    }
    this.set({ isBusy: false });
  }
}
