import { expect } from '@open-wc/testing';
import {
  nextState,
  type AgentSessionEvent,
  type AgentSessionState,
} from '../../../../console/agent/session/agent-connection.js';

const after = (state: AgentSessionState, ...events: AgentSessionEvent[]): AgentSessionState =>
  events.reduce(nextState, state);

describe('nextState', () => {
  it('is live after each welcome, and reconnecting after each loss', () => {
    expect(after('idle', 'connect')).to.equal('connecting');
    expect(after('idle', 'connect', 'welcome')).to.equal('live');
    expect(after('live', 'lost')).to.equal('reconnecting');
    expect(after('live', 'lost', 'lost', 'welcome')).to.equal('live');
  });

  it('stays connecting if the first connection is lost', () => {
    expect(after('connecting', 'lost')).to.equal('connecting');
  });

  it('ends from any connected state, and connects again after a new sign-in', () => {
    for (const state of ['connecting', 'live', 'reconnecting'] as const)
      expect(after(state, 'end')).to.equal('ended');
    expect(after('ended', 'lost')).to.equal('ended');
    expect(after('ended', 'connect')).to.equal('connecting');
  });

  it('connects once', () => {
    for (const state of ['connecting', 'live', 'reconnecting'] as const)
      expect(after(state, 'connect')).to.equal(state);
  });
});
