import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Model } from './model.js';

type Loadable = Pick<Model<object>, 'onChange'> & {
  /** Reads what the view begins with. */
  load(): Promise<void>;
};

export interface LoadedModelOptions<Loaded> {
  /** What the model is made for: when one of these is another, so is the model. */
  keys: () => readonly unknown[];
  create: () => Loaded;
}

/** Gives an element its model: makes and loads it, and draws the element again after each of its changes. */
export class LoadedModel<Loaded extends Loadable> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: LoadedModelOptions<Loaded>;
  #keys: readonly unknown[] | undefined;
  #undo: (() => void) | undefined;
  #model: Loaded | undefined;

  constructor(host: ReactiveControllerHost, options: LoadedModelOptions<Loaded>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** There from the first update on. */
  get value(): Loaded {
    return this.#model!;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    const keys = this.#options.keys();
    if (this.#keys?.every((key, index) => key === keys[index])) return;
    this.#keys = keys;
    this.#model = this.#options.create();
    this.#follow();
    void this.#model.load();
  }

  hostDisconnected(): void {
    this.#undo?.();
  }

  #follow(): void {
    this.#undo?.();
    this.#undo = this.#model?.onChange(() => this.#host.requestUpdate());
  }
}
