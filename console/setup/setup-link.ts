import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../request/service-request.js';
import { Model } from '../state/model.js';

/**
 * - `incomplete`: the page was opened without what the link carries
 * - `unknown`: the service has not said yet whether the link works
 * - `good`: the link works, or the service can't say: it says so again when the form is sent
 * - `refused`: the link was used, or is too old
 */
export type LinkStatus = 'incomplete' | 'unknown' | 'good' | 'refused';

/** Whether a refusal is about the link, and not about the account. */
export const isLinkRefusal = (refusal: ServiceRefusal): boolean => refusal.code === 'SETUP_LINK_REFUSED';

/** The one-time set-up link that the page was opened with. */
export class SetupLink extends Model<{ readonly status: LinkStatus }> {
  private readonly request: ServiceRequest;
  private readonly token: string;

  constructor(request: ServiceRequest, token: string) {
    super({ status: token ? 'unknown' : 'incomplete' });
    this.request = request;
    this.token = token;
  }

  /** Asks whether the link still works: better said before anything is filled in. */
  async load(): Promise<void> {
    if (!this.token) return;
    const refusal = await this.request('GET', '/api/setup', undefined, {
      'x-setup-token': this.token,
    }).then(() => undefined, asRefusal);
    this.change(() => ({ status: refusal && isLinkRefusal(refusal) ? 'refused' : 'good' }));
  }

  /** Creates the account. Rejects with what the service refused, unless that is the link. */
  async createAccount(account: object): Promise<'created' | 'refused'> {
    try {
      await this.request('POST', '/api/setup', { token: this.token, ...account });
      return 'created';
    } catch (reason) {
      if (!isLinkRefusal(asRefusal(reason))) throw reason;
      this.change(() => ({ status: 'refused' }));
      return 'refused';
    }
  }
}
