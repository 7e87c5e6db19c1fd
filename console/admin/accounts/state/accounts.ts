import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import type { Account } from './account-form.js';
import {
  initialAccounts,
  withAccount,
  withQuestion,
  withRefusal,
  type AccountChange,
  type AccountQuestion,
  type AccountsState,
} from './accounts-state.js';

/** The staff accounts: loads and changes them. */
export class Accounts extends Model<AccountsState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super(initialAccounts);
    this.request = request;
  }

  /** Loads the accounts and the queues. */
  async load(): Promise<void> {
    this.change((state) => ({ ...state, problem: '' }));
    try {
      const [list, queues] = (await Promise.all([
        this.request('GET', '/api/agents'),
        this.request('GET', '/api/queues'),
      ])) as [Account[], QueueChoice[]];
      this.change((state) => ({ ...state, list, queues }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  /** Opens a dialog. */
  ask(question: AccountQuestion): void {
    this.change((state) => withQuestion(state, question));
  }

  /** Closes the dialog. */
  dismiss(): void {
    this.change((state) => ({ ...state, question: undefined }));
  }

  /** Stores an account that the service returned after a change. */
  take(changed: AccountChange): void {
    this.change((state) => withAccount(state, changed));
  }

  /** Disables an account, or enables it again. */
  async setDisabled(account: Account, disabled: boolean): Promise<void> {
    const { isBusy, question } = this.snapshot;
    if (isBusy) return;
    this.change((state) => ({ ...state, isBusy: true, refusal: '', problem: '' }));
    try {
      const path = `/api/agents/${encodeURIComponent(account.agentId)}`;
      const changed = (await this.request('PATCH', path, { disabled })) as Account;
      this.take({ account: changed, done: disabled ? 'was disabled' : 'was enabled', question });
    } catch (reason) {
      this.change((state) => withRefusal(state, asRefusal(reason).message, question));
    }
    this.change((state) => ({ ...state, isBusy: false }));
  }
}
