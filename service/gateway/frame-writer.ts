import type { Writable } from 'node:stream';
import { textFrame, textFrames } from './text-frame.js';

/** The writers with pending frames. */
let waiting: FrameWriter[] = [];

/**
 * Writes the text frames of one connection. All frames of a commit leave in one write, so that the console of
 * an agent with fifty chats receives them with one system call: the promises of a commit resolve together,
 * and the frames are written after the callbacks of all these promises.
 */
export class FrameWriter {
  readonly #stream: Writable;
  /** The pending frame: there is nearly always only one. */
  #text: string | null = null;
  #others: string[] | null = null;
  #characters = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** Number of pending characters, a lower bound of their bytes. */
  get characters(): number {
    return this.#characters;
  }

  send(text: string): void {
    this.#characters += text.length;
    if (this.#text !== null) return void (this.#others ??= [this.#text]).push(text);
    this.#text = text;
    if (waiting.push(this) === 1) queueMicrotask(writeAll);
  }

  /** Writes the pending frames now, because something follows that bypasses this writer. */
  flush(): void {
    const [text, others] = [this.#text, this.#others];
    if (text === null) return;
    this.#text = null;
    this.#others = null;
    this.#characters = 0;
    this.#stream.write(others ? textFrames(others) : textFrame(text));
  }
}

function writeAll(): void {
  const writers = waiting;
  waiting = [];
  for (const writer of writers) writer.flush();
}
