import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FileEvent } from '../events/file-event.js';

/** Takes files that are dropped onto an element or pasted into it, and knows whether some are dragged over it. */
export class TakeFiles implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isWanted: () => boolean;
  /** Whether files are dragged over the element. */
  isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, isWanted: () => boolean) {
    this.#host = host;
    this.#isWanted = isWanted;
    host.addController(this);
    for (const type of ['dragover', 'drop', 'paste', 'dragleave']) host.addEventListener(type, this);
  }

  hostDisconnected(): void {
    this.isOver = false;
  }

  handleEvent(event: Event): void {
    const { type, dataTransfer, clipboardData } = event as DragEvent & ClipboardEvent;
    const data = dataTransfer ?? clipboardData;
    if (type === 'dragleave') return this.#show(false);
    if (!data || Array.prototype.indexOf.call(data.types, 'Files') < 0 || !this.#isWanted()) return;
    // Otherwise the browser would navigate to the file.
    event.preventDefault();
    const isOver = type === 'dragover';
    this.#show(isOver);
    if (!isOver) this.#host.dispatchEvent(new FileEvent({ type: 'attach', files: [...data.files] }));
  }

  #show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
