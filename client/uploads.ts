import * as clientLimits from '../shared/client-limits.js';
import { actionOf } from '../shared/protocol/codes.js';
import { backOff } from './back-off.js';
import { ChatError } from './chat-error.js';
import type { Environment } from './environment.js';
import type { KeptUpload } from './kept-upload.js';
import type { KeptValues } from './kept-values.js';
import type { Transfer, UploadedFile } from './transfer-file.js';

/** A file on its way to the service; once it is there it is said, and is an outgoing message. */
export interface Upload extends KeptUpload {
  /** The part that is there, from 0 to 1. */
  readonly sent: number;
  /** Why it can't be sent; it waits for {@link Uploads.remove}. */
  readonly refusal?: ChatError;
}

export interface UploadsOptions {
  environment: Pick<Environment, 'now' | 'random' | 'later' | 'secret'>;
  store: KeptValues<KeptUpload>;
  transfer: Transfer;
  /** Says a file that the service has; settles once that is stored, or refused. */
  say: (file: UploadedFile, clientToken: string) => Promise<unknown>;
  /** The list changed. */
  onChange: () => void;
}

/**
 * A chat's files until they are said: uploaded one after the other, in the order in which they were chosen; again after
 * a lost connection, and by the next page after a reload.
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

  /** What is not said yet, in order; replaced at each change. */
  get list(): readonly Upload[] {
    return this.#list;
  }

  /** Takes files that were chosen. One too many, or too large, is in the list too, and refused. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const upload = this.#create(file);
      const refusal = refusalOf(upload, this.#list.filter((each) => !each.refusal).length);
      if (!refusal) void this.#options.store.set(upload.clientToken, upload);
      this.#change([...this.#list, refusal ? { ...upload, sent: 0, refusal } : { ...upload, sent: 0 }]);
    }
    this.#pump();
  }

  /** Takes up what an earlier page could not say. */
  async restore(): Promise<void> {
    const kept = (await this.#options.store.list()).filter(
      ({ clientToken }) => !this.#find(clientToken) && !this.#finished.has(clientToken),
    );
    kept.sort((one, other) => one.createdAt - other.createdAt);
    if (kept.length > 0) this.#change([...kept.map((upload) => ({ ...upload, sent: 0 })), ...this.#list]);
    this.#pump();
  }

  /** The chat is there: everything waiting is sent. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#pump();
  }

  /** The connection is lost: what is under way may arrive all the same; nothing more is begun. */
  close(): void {
    this.#isOpen = false;
    this.#undo();
  }

  /** Gives a file up, on its way or refused. */
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

  /** Stops, and tells no more; what is kept stays. */
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
      this.#say(file, clientToken);
    } catch (reason) {
      if (this.#running !== running) return;
      this.#fail(upload, reason);
    }
    this.#running = undefined;
    if (this.#failures === 0) this.#pump();
  }

  /** From here on it is a message on its way; kept as a file until that is stored: the same token makes the two one. */
  #say(file: UploadedFile, clientToken: string): void {
    const forget = (): Promise<void> => this.#options.store.remove(clientToken);
    this.#options.say(file, clientToken).then(forget, forget);
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

/** What is known before a byte is sent. */
function refusalOf({ file }: KeptUpload, others: number): ChatError | undefined {
  if (file.size > clientLimits.attachmentBytes)
    return new ChatError('ATTACHMENT_TOO_LARGE', `A file may have ${clientLimits.attachmentBytes} bytes.`);
  if (file.size === 0) return new ChatError('ATTACHMENT_EMPTY', 'The file is empty.');
  if (others >= clientLimits.uploads)
    return new ChatError('TOO_MANY_FILES', `At a time ${clientLimits.uploads} files can be sent.`);
  return undefined;
}
