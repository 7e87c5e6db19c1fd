import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../request/service-request.js';
import { Model } from '../state/model.js';

/**
 * - `incomplete`: the page was opened without a token
 * - `unknown`: the service has not responded yet
 * - `good`: the link works, or the service could not be asked and checks it with the form
 * - `refused`: the link was used or has expired
 */
export type LinkStatus = 'incomplete' | 'unknown' | 'good' | 'refused';

/** Whether a refusal concerns the link rather than the account. */
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

  /** Checks the link, so that nobody fills in a form in vain. */
  async load(): Promise<void> {
    if (!this.token) return;
    const refusal = await this.request('GET', '/api/setup', undefined, {
      'x-setup-token': this.token,
    }).then(() => undefined, asRefusal);
    this.change(() => ({ status: refusal && isLinkRefusal(refusal) ? 'refused' : 'good' }));
  }

  /** Creates the account. Resolves to 'refused' if the link was refused; rejects with any other refusal. */
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
