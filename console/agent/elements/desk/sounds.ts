import { playNotes, type Note } from '../../../../client/play-notes.js';

const mutedKey = 'connect-chat-agent-muted';
const ringEvery = 2400;

/** The console's two sounds: a chat that rings, again and again, and a message in a chat that is not in front. */
export interface Sounds {
  readonly isMuted: boolean;
  setMuted(isMuted: boolean): void;
  /** Rings until told otherwise. */
  ring(isRinging: boolean): void;
  /** Sounds once. */
  message(): void;
  destroy(): void;
}

/**
 * Makes the sounds with Web Audio, softly. A browser lets a page sound only after its person pressed something there,
 * so the audio context is made at the first press; what rings then is heard from there on.
 */
export function createSounds(options: {
  target: EventTarget;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  createContext?: () => AudioContext;
}): Sounds {
  // eslint-disable-next-line compat/compat -- Safari before 14.1 stays silent: the press that would sound does nothing
  const { target, storage, createContext = () => new AudioContext() } = options;
  let context: AudioContext | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isRinging = false;
  let isMuted = readMuted(storage);

  const unlock = () => {
    context ??= createContext();
    if (context.state === 'suspended') void context.resume();
    update();
  };
  const play = (notes: readonly Note[]) => {
    if (context && !isMuted) playNotes(context, notes);
  };
  function update(): void {
    const shouldRing = isRinging && !isMuted && context !== undefined;
    if (shouldRing === (timer !== undefined)) return;
    clearInterval(timer);
    timer = shouldRing ? setInterval(() => play(ringNotes), ringEvery) : undefined;
    if (shouldRing) play(ringNotes);
  }
  for (const type of presses) target.addEventListener(type, unlock, { once: true, capture: true });

  return {
    get isMuted() {
      return isMuted;
    },
    setMuted(value) {
      isMuted = value;
      writeMuted(storage, value);
      update();
    },
    ring(value) {
      isRinging = value;
      update();
    },
    message: () => play(messageNotes),
    destroy() {
      for (const type of presses) target.removeEventListener(type, unlock, { capture: true });
      isRinging = false;
      update();
      void context?.close();
    },
  };
}

const presses = ['pointerdown', 'keydown'];

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
    // Denied or full: it holds until the page is left.
  }
}
