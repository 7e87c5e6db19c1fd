import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable } from './observable.js';
import type { ServiceRequest } from '../request/service-request.js';

type Host = ReactiveControllerHost & { readonly request: ServiceRequest };
type Loadable = Pick<Observable<unknown>, 'onChange'> & { load(): Promise<void> };

/** Gives an element its state: makes and loads it for each `request` of the element, and draws the element with it. */
export class LoadedState<State extends Loadable> implements ReactiveController {
  readonly #host: Host;
  readonly #create: (request: ServiceRequest) => State;
  #request: ServiceRequest | undefined;
  #undo: (() => void) | undefined;
  #state: State | undefined;

  constructor(host: Host, create: (request: ServiceRequest) => State) {
    this.#host = host;
    this.#create = create;
    host.addController(this);
  }

  /** There from the first update on. */
  get value(): State {
    return this.#state!;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    const { request } = this.#host;
    if (request === this.#request) return;
    this.#request = request;
    this.#state = this.#create(request);
    this.#follow();
    void this.#state.load();
  }

  hostDisconnected(): void {
    this.#undo?.();
  }

  #follow(): void {
    this.#undo?.();
    this.#undo = this.#state?.onChange(() => this.#host.requestUpdate());
  }
}
