import { playNotes, type Note } from '../../client/play-notes.js';

const notes: readonly Note[] = [
  { frequency: 659, at: 0, length: 0.35 },
  { frequency: 880, at: 0.11, length: 0.35 },
];

let audio: AudioContext | undefined;

/** Plays two soft notes. Browsers allow no sound before the visitor has used the page. */
export function chime(): void {
  try {
    // eslint-disable-next-line compat/compat -- caught below where it is missing
    audio ??= new AudioContext();
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
    playNotes(audio, notes);
  } catch {
    // Browsers without Web Audio (Safari 13 has it under another name) stay silent.
  }
}
