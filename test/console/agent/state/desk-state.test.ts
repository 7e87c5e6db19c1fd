import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  arrivedChat,
  awaiting,
  initialDesk,
  withChats,
  withFront,
  withoutChat,
  type DeskState,
} from '../../../../console/agent/state/desk-state.js';
import { chat } from '../../../support/console/agent-fixtures.js';

const chats = (...numbers: number[]) => numbers.map((number) => chat(number));
const desk = (change: Partial<DeskState> = {}): DeskState => ({ ...initialDesk, ...change });

describe('the state of the desk', () => {
  it('activates the first chat until the agent goes to another', () => {
    const first = withChats(desk(), chats(1, 2));
    expect([first.front, first.view]).to.deep.equal(['contact-1', 'list']);
    const second = withChats(withFront(first, 'contact-2'), chats(1, 2));
    expect([second.front, second.view]).to.deep.equal(['contact-2', 'chat']);
  });

  it('activates an accepted chat once', () => {
    const waiting = awaiting(desk({ front: 'contact-1' }), 'contact-2');
    expect(arrivedChat(waiting, chats(1))).to.equal(undefined);
    expect(arrivedChat(waiting, chats(1, 2))).to.equal('contact-2');
    const arrived = withChats(waiting, chats(1, 2));
    expect([arrived.front, arrived.view, arrived.awaited]).to.deep.equal(['contact-2', 'chat', []]);
    expect(withChats(withFront(arrived, 'contact-1'), chats(1, 2)).front).to.equal('contact-1');
  });

  it('activates the neighbour of the closed active chat', () => {
    const three = chats(1, 2, 3);
    const closed = (front: string, contactId: string) => withoutChat(desk({ front }), three, contactId).front;
    expect(closed('contact-2', 'contact-2')).to.equal('contact-3');
    expect(closed('contact-3', 'contact-3')).to.equal('contact-2');
    expect(closed('contact-1', 'contact-2')).to.equal('contact-1');
    expect(withoutChat(desk({ front: 'contact-1' }), chats(1), 'contact-1').front).to.equal(undefined);
  });

  it('returns to the list without chats', () => {
    const state = withChats(desk({ front: 'contact-1', view: 'chat' }), []);
    expect([state.front, state.view]).to.deep.equal([undefined, 'list']);
  });

  it('stays the same object if nothing changed', () => {
    const state = withChats(desk(), chats(1));
    expect(withChats(state, chats(1))).to.equal(state);
  });

  it('always has an active chat if there is any', () => {
    const number = fc.integer({ min: 1, max: 5 });
    const step = fc.record({
      there: fc.uniqueArray(number, { maxLength: 5 }),
      event: fc.constantFrom('accept', 'select', 'close', 'none'),
      about: number,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let state = initialDesk;
        for (const { there, event, about } of steps) {
          const contactId = `contact-${about}`;
          if (event === 'accept') state = awaiting(state, contactId);
          if (event === 'select') state = withFront(state, contactId);
          if (event === 'close') state = withoutChat(state, chats(...there), contactId);
          state = withChats(state, chats(...there));
          if (there.length === 0) expect([state.front, state.view]).to.deep.equal([undefined, 'list']);
          else expect(there.map((each) => `contact-${each}`)).to.include(state.front);
          expect(new Set(state.awaited).size, 'nothing is awaited twice').to.equal(state.awaited.length);
        }
      }),
    );
  });
});
