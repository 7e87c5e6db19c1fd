import { mock } from 'node:test';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createSounds } from '../../../../../console/agent/elements/desk/sounds.js';
import { createTestStorage } from '../../../../support/console/test-storage.js';

/** Creates a fake audio context that counts the notes it starts. */
function createContext() {
  const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  const context = {
    currentTime: 0,
    state: 'running',
    destination: {},
    notes: 0,
    resumed: 0,
    isClosed: false,
    createOscillator: () => ({
      frequency: { value: 0 },
      connect: (node: object) => node,
      start: () => void (context.notes += 1),
      stop() {},
    }),
    createGain: () => ({ gain, connect: (node: object) => node }),
    resume: async () => void (context.resumed += 1),
    close: async () => void (context.isClosed = true),
  };
  return context;
}

function open(storage: Pick<Storage, 'getItem' | 'setItem'> = createTestStorage()) {
  const context = createContext();
  const target = new EventTarget();
  const sounds = createSounds({ target, storage, createContext: () => context as never });
  const press = (type = 'pointerdown') => target.dispatchEvent(new Event(type));
  return { context, sounds, press, target };
}

const sounds = suite('the sounds of the console');
sounds.before.each(() => mock.timers.enable({ apis: ['setInterval'] }));
sounds.after.each(() => mock.timers.reset());

sounds('stay silent until the agent has pressed something: browsers require that', () => {
  const { context, sounds } = open();
  sounds.ring(true);
  sounds.message();
  mock.timers.tick(10_000);
  assert.is(context.notes, 0);
});
sounds('ring from the first press on while an offer waits', () => {
  const { context, sounds, press } = open();
  sounds.ring(true);
  press('keydown');
  assert.is(context.notes, 2, 'a ring has two notes');
  mock.timers.tick(2_400);
  assert.is(context.notes, 4);
});
sounds('ring once per interval, however often they are told to', () => {
  const { context, sounds, press } = open();
  press();
  sounds.ring(true);
  sounds.ring(true);
  assert.is(context.notes, 2);
  sounds.ring(false);
  mock.timers.tick(10_000);
  assert.is(context.notes, 2);
});
sounds('play one note for a message', () => {
  const { context, sounds, press } = open();
  press();
  sounds.message();
  assert.is(context.notes, 1);
});
sounds('stop at once when the agent mutes them, and go on afterwards', () => {
  const { context, sounds, press } = open();
  press();
  sounds.ring(true);
  sounds.setMuted(true);
  sounds.message();
  mock.timers.tick(10_000);
  assert.is(context.notes, 2);
  sounds.setMuted(false);
  assert.is(context.notes, 4, 'the offer still rings');
});
sounds('stay muted after a reload', () => {
  const storage = createTestStorage();
  open(storage).sounds.setMuted(true);
  assert.is(open(storage).sounds.isMuted, true);
  open(storage).sounds.setMuted(false);
  assert.is(open(storage).sounds.isMuted, false);
});
sounds('can be muted for the life of the page where storage is denied', () => {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const { sounds } = open({ getItem: deny, setItem: deny });
  assert.is(sounds.isMuted, false);
  sounds.setMuted(true);
  assert.is(sounds.isMuted, true);
});
sounds('wake a context that the browser has suspended', () => {
  const { context, press } = open();
  context.state = 'suspended';
  press();
  assert.is(context.resumed, 1);
});
sounds('are over with the page: nothing rings, the context is closed, no press opens another', () => {
  const { context, sounds, press } = open();
  press();
  sounds.ring(true);
  sounds.destroy();
  mock.timers.tick(10_000);
  assert.equal([context.notes, context.isClosed], [2, true]);
  const unused = open();
  unused.sounds.destroy();
  unused.press();
  unused.sounds.ring(true);
  assert.is(unused.context.notes, 0);
});
sounds.run();
