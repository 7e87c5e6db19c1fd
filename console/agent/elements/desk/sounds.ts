import { playNotes, type Note } from '../../../../client/play-notes.js';

const mutedKey = 'connect-chat-agent-muted';
/** Milliseconds from one ring to the next. */
const ringEvery = 2400;

const presses = ['pointerdown', 'keydown'];

/** The console's two sounds: a repeated ring for offers, and one note for a message in a chat that is not in front. */
export interface Sounds {
  readonly isMuted: boolean;
  setMuted(isMuted: boolean): void;
  /** Starts or stops the ring. */
  ring(isRinging: boolean): void;
  /** Plays the note of a message once. */
  message(): void;
  destroy(): void;
}

export interface SoundsOptions {
  /** Hears the agent's first press. */
  target: EventTarget;
  /** Keeps whether sounds are muted. */
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  createContext?: () => AudioContext;
}

/**
 * Plays the sounds with Web Audio. Browsers let a page play sounds only after the user has pressed something there, so
 * the audio context is created at the first press. An offer that rings by then is heard from there on.
 */
export const createSounds = (options: SoundsOptions): Sounds => new PageSounds(options);

class PageSounds implements Sounds {
  readonly #target: EventTarget;
  readonly #storage: SoundsOptions['storage'];
  readonly #createContext: () => AudioContext;
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isRinging = false;
  #isMuted: boolean;

  constructor({ target, storage, createContext }: SoundsOptions) {
    this.#target = target;
    this.#storage = storage;
    // eslint-disable-next-line compat/compat -- Safari before 14.1 has no AudioContext and stays silent
    this.#createContext = createContext ?? (() => new AudioContext());
    this.#isMuted = readMuted(storage);
    for (const type of presses) target.addEventListener(type, this.#unlock, { once: true, capture: true });
  }

  get isMuted(): boolean {
    return this.#isMuted;
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    writeMuted(this.#storage, isMuted);
    this.#update();
  }

  ring(isRinging: boolean): void {
    this.#isRinging = isRinging;
    this.#update();
  }

  message(): void {
    this.#play(messageNotes);
  }

  destroy(): void {
    for (const type of presses) this.#target.removeEventListener(type, this.#unlock, { capture: true });
    this.#isRinging = false;
    this.#update();
    void this.#context?.close();
  }

  readonly #unlock = (): void => {
    this.#context ??= this.#createContext();
    if (this.#context.state === 'suspended') void this.#context.resume();
    this.#update();
  };

  #play(notes: readonly Note[]): void {
    if (this.#context && !this.#isMuted) playNotes(this.#context, notes);
  }

  #update(): void {
    const shouldRing = this.#isRinging && !this.#isMuted && this.#context !== undefined;
    if (shouldRing === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = shouldRing ? setInterval(() => this.#play(ringNotes), ringEvery) : undefined;
    if (shouldRing) this.#play(ringNotes);
  }
}

const ringNotes: readonly Note[] = [
  { frequency: 587.3, at: 0, length: 0.5 },
  { frequency: 783.99, at: 0.18, length: 0.7 },
];
const messageNotes: readonly Note[] = [{ frequency: 659.26, at: 0, length: 0.35 }];

function readMuted(storage: Pick<Storage, 'getItem'>): boolean {
  try {
    return storage.getItem(mutedKey) === 'yes';
  } catch {
    return false;
  }
}

function writeMuted(storage: Pick<Storage, 'setItem'>, isMuted: boolean): void {
  try {
    storage.setItem(mutedKey, isMuted ? 'yes' : 'no');
  } catch {
    // Storage is denied or full: the setting holds until the page is closed.
  }
}
