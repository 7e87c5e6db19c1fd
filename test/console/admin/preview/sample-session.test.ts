import { expect } from '@open-wc/testing';
import { SampleSession } from '../../../../console/admin/preview/sample-session.js';
import type { PreviewState } from '../../../../console/admin/preview/preview-view.js';
import { de } from '../../../../shared/visitor-texts/de.js';

function show(state: PreviewState, startsOnOpen = false): SampleSession {
  const session = new SampleSession();
  session.show(state, { texts: { ...de, greeting: 'Moin!' }, startsOnOpen });
  return session;
}
const said = ({ items }: SampleSession) => items.map(({ content }) => content).filter(Boolean);

describe('SampleSession', () => {
  it('sends the messages of the default flow, with the edited texts', () => {
    expect(said(show('chat')).slice(1, 3)).to.deep.equal(['Moin!', de.connecting]);
    expect(said(show('nobody')).slice(1)).to.deep.equal(['Moin!', de.nobodyAvailable]);
  });

  it('starts with the first message, and shows the automatic replies', async () => {
    const session = show('open');
    expect([session.state, session.items.length]).to.deep.equal(['idle', 0]);
    await session.send('Hallo');
    expect([session.state, ...said(session)]).to.deep.equal(['live', 'Hallo', 'Moin!', de.connecting]);
    session.destroy();
  });

  it('is live at once if opening the panel starts a chat', () => {
    const session = show('open', true);
    expect([session.state, ...said(session)]).to.deep.equal(['live', 'Moin!', de.connecting]);
    expect(said(show('chat', true))[0]).to.equal('Moin!');
  });

  it('is idle, ended or failed, depending on the previewed state', () => {
    const states = ['questions', 'away', 'ended', 'error'] as const;
    expect(states.map((state) => show(state).state)).to.deep.equal(['idle', 'idle', 'ended', 'failed']);
    expect(show('error').failure?.code).to.equal('TOKEN_REFUSED');
  });

  it('starts after the pre-chat questions, and again after the end', async () => {
    const session = show('questions');
    await session.start();
    expect([session.state, ...said(session)]).to.deep.equal(['live', 'Moin!', de.connecting]);
    await session.end();
    session.renew();
    expect([session.state, session.items.length]).to.deep.equal(['idle', 0]);
  });
});
