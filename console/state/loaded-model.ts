import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Model } from './model.js';

type Loadable = Pick<Model<object>, 'onChange'> & {
  /** Loads the initial data. */
  load(): Promise<void>;
};

export interface LoadedModelOptions<Loaded> {
  /** The inputs of the model. When one of them changes, a new model is created. */
  keys: () => readonly unknown[];
  create: () => Loaded;
}

/** Creates and loads an element's model, and updates the element after each change of the model. */
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

  /** The model; available from the first update on. */
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
