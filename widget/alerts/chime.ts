import { playNotes, type Note } from '../../client/play-notes.js';

const notes: readonly Note[] = [
  { frequency: 659, at: 0, length: 0.35 },
  { frequency: 880, at: 0.11, length: 0.35 },
];

let audio: AudioContext | undefined;

/** A soft sound of two notes; nothing where the browser lets a page make none before it was touched. */
export function chime(): void {
  try {
    // eslint-disable-next-line compat/compat -- caught below where it is missing
    audio ??= new AudioContext();
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
    playNotes(audio, notes);
  } catch {
    // A browser without Web Audio (Safari 13 has it under another name) is silent.
  }
}
