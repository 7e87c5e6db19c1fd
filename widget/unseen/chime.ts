/** Seconds from the beginning of a chime at which its notes begin, and their pitch in hertz. */
const notes = [
  [0, 659],
  [0.11, 880],
] as const;
const noteTakes = 0.35;
const loudest = 0.08;

let audio: AudioContext | undefined;

/** A soft sound of two notes; nothing where the browser lets a page make none before it was touched. */
export function chime(): void {
  try {
    // eslint-disable-next-line compat/compat -- caught below where it is missing
    audio ??= new AudioContext();
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
    for (const [begins, pitch] of notes) ring(audio, audio.currentTime + begins, pitch);
  } catch {
    // A browser without Web Audio (Safari 13 has it under another name) is silent.
  }
}

function ring(context: AudioContext, from: number, pitch: number): void {
  const note = context.createOscillator();
  const loudness = context.createGain();
  note.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(loudest, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + noteTakes);
  note.connect(loudness).connect(context.destination);
  note.start(from);
  note.stop(from + noteTakes);
}
