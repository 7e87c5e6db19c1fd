import type { ReactiveControllerHost } from 'lit';
import type { TransferTargets } from '../../../../shared/transfer-target.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import type { PaletteSources } from '../../state/palette.js';
import type { DeskReplies } from './desk-replies.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly request: ServiceRequest;
}

/** What the command palette searches besides the chats. It is loaded whenever the palette opens. */
export class DeskPalette {
  readonly #host: Host;
  readonly #replies: Pick<DeskReplies, 'load' | 'loaded'>;
  #targets: TransferTargets | undefined;

  constructor(host: Host, replies: Pick<DeskReplies, 'load' | 'loaded'>) {
    this.#host = host;
    this.#replies = replies;
  }

  get sources(): PaletteSources {
    return { replies: this.#replies.loaded.list, targets: this.#targets };
  }

  /** Loads what is searched. Without an answer the palette still finds chats and commands. */
  async load(): Promise<void> {
    this.#targets = undefined;
    await Promise.all([this.#replies.load(), this.#loadTargets()]);
    this.#host.requestUpdate();
  }

  async #loadTargets(): Promise<void> {
    const answer = this.#host.request('GET', '/api/transfer-targets');
    this.#targets = (await answer.catch(() => undefined)) as TransferTargets | undefined;
  }
}
