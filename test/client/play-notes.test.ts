import { expect } from '@open-wc/testing';
import { playNotes } from '../../client/play-notes.js';

/** Returns the loudest sample between two seconds of a sound. */
async function loudest(from: number, to: number): Promise<number> {
  const rate = 8_000;
  const context = new OfflineAudioContext(1, rate, rate);
  playNotes(context as unknown as AudioContext, [
    { frequency: 440, at: 0.1, length: 0.2 },
    { frequency: 660, at: 0.5, length: 0.2 },
  ]);
  const samples = (await context.startRendering()).getChannelData(0);
  return Math.max(...samples.slice(from * rate, to * rate).map(Math.abs));
}

describe('playNotes', () => {
  it('plays each note at its time, and softly', async () => {
    for (const at of [0.1, 0.5]) {
      expect(await loudest(at, at + 0.2)).to.be.within(0.04, 0.08);
      expect(await loudest(at - 0.1, at)).to.equal(0);
      expect(await loudest(at + 0.2, at + 0.3)).to.be.lessThan(0.001);
    }
  });
});
