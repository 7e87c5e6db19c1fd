/** A note of a sound. */
export interface Note {
  /** Hertz. */
  frequency: number;
  /** Seconds from the start of the sound. */
  at: number;
  /** Seconds. */
  length: number;
}

/** The volume, quiet on purpose: 1 is the loudest. */
const loudness = 0.08;
/** Seconds of the fade-in: a note that starts at full volume clicks. */
const rise = 0.02;
/** An exponential ramp cannot reach zero. */
const silence = 0.0001;

/** Plays notes softly, with Web Audio. */
export function playNotes(context: AudioContext, notes: readonly Note[]): void {
  for (const { frequency, at, length } of notes) {
    const start = context.currentTime + at;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + rise);
    gain.gain.exponentialRampToValueAtTime(silence, start + length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
}
