import * as clientLimits from '../shared/client-limits.js';
import { actionOf } from '../shared/protocol/codes.js';
import { backOff } from './back-off.js';
import { ChatError } from './chat-error.js';
import type { Environment } from './environment.js';
import type { KeptUpload } from './kept-upload.js';
import type { KeptValues } from './kept-values.js';
import type { Transfer, UploadedFile } from './transfer-file.js';

/** A file that is being uploaded. When that is done it is sent, and becomes an outgoing message. */
export interface Upload extends KeptUpload {
  /** The uploaded share, from 0 to 1. */
  readonly sent: number;
  /** Why it can't be sent; it stays in the list until {@link Uploads.remove}. */
  readonly refusal?: ChatError;
}

export interface UploadsOptions {
  environment: Pick<Environment, 'now' | 'random' | 'later' | 'secret'>;
  store: KeptValues<KeptUpload>;
  transfer: Transfer;
  /** Sends an uploaded file; settles when that is stored or refused. */
  send: (file: UploadedFile, clientToken: string) => Promise<unknown>;
  /** Called when the list has changed. */
  onChange: () => void;
}

/**
 * A chat's files until they are sent: uploaded one after the other in the order in which they were chosen, again
 * after the connection was lost, and by the next page after a reload.
 */
export class Uploads {
  readonly #options: UploadsOptions;
  #list: readonly Upload[] = [];
  /** Client tokens of files that were posted or removed; a list of kept files that is read meanwhile may have them. */
  readonly #finished = new Set<string>();
  #isOpen = false;
  #running: { clientToken: string; cancel: () => void } | undefined;
  #failures = 0;
  #chosenAt = 0;
  #undo: () => void = () => undefined;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  /** Files that are not sent yet, in order; replaced at each change. */
  get list(): readonly Upload[] {
    return this.#list;
  }

  /** Adds chosen files. Those that are too many or too large are in the list too, as refused. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const upload = this.#create(file);
      const refusal = refusalOf(upload, this.#list.filter((each) => !each.refusal).length);
      if (!refusal) void this.#options.store.set(upload.clientToken, upload);
      this.#change([...this.#list, refusal ? { ...upload, sent: 0, refusal } : { ...upload, sent: 0 }]);
    }
    this.#pump();
  }

  /** Restores the files that an earlier page did not send. */
  async restore(): Promise<void> {
    const kept = (await this.#options.store.list()).filter(
      ({ clientToken }) => !this.#find(clientToken) && !this.#finished.has(clientToken),
    );
    kept.sort((one, other) => one.createdAt - other.createdAt);
    if (kept.length > 0) this.#change([...kept.map((upload) => ({ ...upload, sent: 0 })), ...this.#list]);
    this.#pump();
  }

  /** The chat is connected: starts the uploads. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#pump();
  }

  /** The connection was lost: starts no further upload. Current ones may still succeed. */
  close(): void {
    this.#isOpen = false;
    this.#undo();
  }

  /** Removes a file that is being uploaded or was refused. */
  remove(clientToken: string): void {
    const running = this.#running;
    if (running?.clientToken === clientToken) {
      this.#running = undefined;
      running.cancel();
    }
    this.#forget(clientToken);
    void this.#options.store.remove(clientToken);
    this.#pump();
  }

  /** Stops without further calls; stored files stay. */
  destroy(): void {
    this.close();
    this.#running?.cancel();
    this.#running = undefined;
  }

  #create(file: File): KeptUpload {
    const { environment } = this.#options;
    this.#chosenAt = Math.max(environment.now(), this.#chosenAt + 1);
    return { clientToken: environment.secret(), name: file.name, file, createdAt: this.#chosenAt };
  }

  #pump(): void {
    this.#undo();
    const next = this.#list.find(({ refusal }) => !refusal);
    if (next && this.#isOpen && !this.#running) void this.#run(next);
  }

  async #run(upload: Upload): Promise<void> {
    const { clientToken } = upload;
    const { done, cancel } = this.#options.transfer(upload, (sent) => this.#replace({ ...upload, sent }));
    const running = (this.#running = { clientToken, cancel });
    try {
      const file = await done;
      if (this.#running !== running) return;
      this.#failures = 0;
      this.#send(file, clientToken);
    } catch (reason) {
      if (this.#running !== running) return;
      this.#fail(upload, reason);
    }
    this.#running = undefined;
    if (this.#failures === 0) this.#pump();
  }

  /**
   * Sends the file, which is a message now. The stored file is kept until the message is stored: both have the same
   * token.
   */
  #send(file: UploadedFile, clientToken: string): void {
    const forget = (): Promise<void> => this.#options.store.remove(clientToken);
    this.#options.send(file, clientToken).then(forget, forget);
    this.#forget(clientToken);
  }

  #fail(upload: Upload, reason: unknown): void {
    const refusal = reason instanceof ChatError ? reason : new ChatError('CONNECTION_LOST', String(reason));
    const action = actionOf(refusal.code);
    if (action === 'stop' && refusal.code !== 'CONNECTION_LOST') {
      this.#failures = 0;
      void this.#options.store.remove(upload.clientToken);
      return this.#replace({ ...upload, refusal });
    }
    const { environment } = this.#options;
    this.#replace({ ...upload, sent: 0 });
    this.#undo = environment.later(backOff((this.#failures += 1), environment.random()), () => this.#pump());
  }

  #find(clientToken: string): Upload | undefined {
    return this.#list.find((upload) => upload.clientToken === clientToken);
  }

  #replace(upload: Upload): void {
    const { clientToken } = upload;
    if (!this.#find(clientToken)) return;
    this.#change(this.#list.map((each) => (each.clientToken === clientToken ? upload : each)));
  }

  #forget(clientToken: string): void {
    this.#finished.add(clientToken);
    this.#change(this.#list.filter((upload) => upload.clientToken !== clientToken));
  }

  #change(list: readonly Upload[]): void {
    this.#list = list;
    this.#options.onChange();
  }
}

/** Refusals that are known before the upload. */
function refusalOf({ file }: KeptUpload, others: number): ChatError | undefined {
  if (file.size > clientLimits.attachmentBytes)
    return new ChatError('ATTACHMENT_TOO_LARGE', `A file may have ${clientLimits.attachmentBytes} bytes.`);
  if (file.size === 0) return new ChatError('ATTACHMENT_EMPTY', 'The file is empty.');
  if (others >= clientLimits.uploads)
    return new ChatError('TOO_MANY_FILES', `At a time ${clientLimits.uploads} files can be sent.`);
  return undefined;
}
