import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FileEvent } from '../events/file-event.js';

/** Takes files that are dropped onto an element, or pasted in it, and knows whether some are held over it. */
export class TakeFiles implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isWanted: () => boolean;
  /** Whether files are held over the element. */
  isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, isWanted: () => boolean) {
    this.#host = host;
    this.#isWanted = isWanted;
    host.addController(this);
    host.addEventListener('dragover', (event) => this.#handle(event, event.dataTransfer));
    host.addEventListener('drop', (event) => this.#handle(event, event.dataTransfer));
    host.addEventListener('paste', (event) => this.#handle(event, event.clipboardData));
    host.addEventListener('dragleave', () => this.#show(false));
  }

  hostDisconnected(): void {
    this.isOver = false;
  }

  #handle(event: Event, data: DataTransfer | null): void {
    if (!data || Array.prototype.indexOf.call(data.types, 'Files') < 0 || !this.#isWanted()) return;
    // Else a browser would leave the page for the file.
    event.preventDefault();
    const isOver = event.type === 'dragover';
    this.#show(isOver);
    if (!isOver) this.#host.dispatchEvent(new FileEvent({ type: 'attach', files: [...data.files] }));
  }

  #show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
