import { expect } from '@open-wc/testing';
import { forgetAlerts, rememberQuiet } from '../../../widget/alerts/alert-memory.js';
import { SoundAlert } from '../../../widget/alerts/sound-alert.js';
import { waitUntil } from '../../support/wait-until.js';

const address = { serviceUrl: 'https://sound.example', widgetId: 'w1' };

/** Counts the notes that are played, in place of the browser's audio. */
function countNotes() {
  const original = AudioContext.prototype.createOscillator;
  let notes = 0;
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    notes += 1;
    return original.call(this);
  };
  return {
    notes: () => notes,
    restore: () => void (AudioContext.prototype.createOscillator = original),
  };
}

describe('SoundAlert', () => {
  let played: ReturnType<typeof countNotes>;
  beforeEach(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    played = countNotes();
  });
  afterEach(() => {
    played.restore();
    forgetAlerts(address);
  });
  /** Waits until a later sound has played: an earlier one would have, too. */
  const playsAfter = async (sound: SoundAlert, itemId: string, notes: number): Promise<void> => {
    sound.play(itemId);
    await waitUntil(() => played.notes() >= notes);
  };

  it('plays a sound of two notes', async () => {
    await playsAfter(new SoundAlert(address), 'two-notes', 2);
    expect(played.notes()).to.equal(2);
  });
  it('plays one sound for several messages at once', async () => {
    const sound = new SoundAlert(address);
    sound.play('first-of-two');
    await playsAfter(sound, 'second-of-two', 2);
    expect(played.notes()).to.equal(2);
  });
  it('plays a message’s sound once for all tabs', async () => {
    const [one, other] = [new SoundAlert(address), new SoundAlert(address)];
    await playsAfter(one, 'in-one-tab', 2);
    other.play('in-one-tab');
    await playsAfter(new SoundAlert(address), 'the-next-message', 4);
    expect(played.notes()).to.equal(4);
  });
  it('is silent if the visitor has turned the sound off', async () => {
    rememberQuiet(address, true);
    new SoundAlert(address).play('unheard');
    const elsewhere = { ...address, widgetId: 'w2' };
    await playsAfter(new SoundAlert(elsewhere), 'heard', 2);
    expect(played.notes()).to.equal(2);
    forgetAlerts(elsewhere);
  });
  it('plays nothing after it is destroyed', async () => {
    const sound = new SoundAlert(address);
    sound.play('destroyed');
    sound.destroy();
    await playsAfter(new SoundAlert(address), 'alive', 2);
    expect(played.notes()).to.equal(2);
  });
});
