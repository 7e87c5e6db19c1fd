import type { Writable } from 'node:stream';
import { textFrame, textFrames } from './text-frame.js';

/** The writers that have something to write. */
let waiting: FrameWriter[] = [];

/**
 * Writes the text frames of one connection. What a commit brings leaves in one write, so that the console of an agent
 * with fifty chats gets it by one system call: the promises of a commit are resolved together, and the frames are
 * written after all of these promises' callbacks.
 */
export class FrameWriter {
  readonly #stream: Writable;
  /** Not written yet. Nearly always it is a single frame. */
  #text: string | null = null;
  #others: string[] | null = null;
  #characters = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** Characters that are not written yet: each has a byte at least. */
  get characters(): number {
    return this.#characters;
  }

  send(text: string): void {
    this.#characters += text.length;
    if (this.#text !== null) return void (this.#others ??= [this.#text]).push(text);
    this.#text = text;
    if (waiting.push(this) === 1) queueMicrotask(writeAll);
  }

  /** Writes what waits now: something follows that does not go through this writer. */
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
