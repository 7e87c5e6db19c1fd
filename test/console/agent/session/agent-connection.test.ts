import { expect } from '@open-wc/testing';
import {
  nextState,
  type AgentSessionEvent,
  type AgentSessionState,
} from '../../../../console/agent/session/agent-connection.js';

const after = (state: AgentSessionState, ...events: AgentSessionEvent[]): AgentSessionState =>
  events.reduce(nextState, state);

describe('nextState', () => {
  it('is live once the service has welcomed the console, and again after each loss', () => {
    expect(after('idle', 'connect')).to.equal('connecting');
    expect(after('idle', 'connect', 'welcome')).to.equal('live');
    expect(after('live', 'lost')).to.equal('reconnecting');
    expect(after('live', 'lost', 'lost', 'welcome')).to.equal('live');
  });

  it('is still the first connection that is under way where that is lost', () => {
    expect(after('connecting', 'lost')).to.equal('connecting');
  });

  it('ends from wherever it is connected, and connects again when somebody signs in', () => {
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
