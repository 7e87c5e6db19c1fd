import type { ReactiveControllerHost } from 'lit';
import type { KnownStatusReason } from '../../../../shared/status-reason.js';
import type { ServiceRequest } from '../../../request/service-request.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate' | 'addController'> {
  readonly request: ServiceRequest;
}

/**
 * The reasons for being away. They are read when the desk opens, and whenever the agent goes to the status; if that
 * fails, those of the last time are there, and "Away" without a reason.
 */
export class DeskReasons {
  readonly #host: Host;
  #list: readonly KnownStatusReason[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.addController({ hostConnected: () => void Promise.resolve().then(() => this.load()) });
  }

  get list(): readonly KnownStatusReason[] {
    return this.#list;
  }

  async load(): Promise<void> {
    try {
      const list = await this.#host.request('GET', '/api/status-reasons');
      this.#list = Array.isArray(list) ? (list as KnownStatusReason[]) : this.#list;
    } catch {
      return;
    }
    this.#host.requestUpdate();
  }
}
