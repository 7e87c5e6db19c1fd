import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WidgetAddress } from '../../client/kept-chat.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import { loadConfiguration } from './load-configuration.js';

interface ConfiguredHost extends ReactiveControllerHost {
  readonly address: WidgetAddress;
  readonly language: string | undefined;
  configuration: WidgetConfiguration | undefined;
  refresh(): Promise<void>;
}

/** Loads the configuration of an element's widget, and follows what administrators change in it. */
export class ConfigurationLoader implements ReactiveController {
  readonly #host: ConfiguredHost;
  #loading: Promise<WidgetConfiguration> | undefined;

  constructor(host: ConfiguredHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
  }

  /** Loads once; again only after a failure. Rejects with a `ChatError`. */
  load(): Promise<WidgetConfiguration> {
    this.#loading ??= this.#request().catch((reason: unknown) => {
      this.#loading = undefined;
      throw reason;
    });
    return this.#loading;
  }

  /** Loads again, and keeps the known configuration if that fails. */
  async refresh(): Promise<void> {
    const host = this.#host;
    const { configuration: known, address } = host;
    const loaded = known && (await this.#request().catch(() => undefined));
    // A configuration that came by the chat's socket meanwhile is newer.
    if (!loaded || address.widgetId !== host.address.widgetId || known !== host.configuration) return;
    // An equal object would render everything again.
    if (JSON.stringify(loaded) !== JSON.stringify(known)) host.configuration = loaded;
  }

  /** The element has another widget now. */
  reset(): void {
    this.#loading = undefined;
  }

  #request(): Promise<WidgetConfiguration> {
    return loadConfiguration(this.#host.address, this.#host.language);
  }

  /** A page that was in the background may have missed changes. */
  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.#host.refresh();
  };
}
