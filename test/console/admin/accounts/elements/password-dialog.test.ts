import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { deepAll, textOf, type } from '../../../../support/console/press.js';
import {
  askedOf,
  focusedName,
  headingOf,
  maria,
  newsOf,
  openDialog,
  serve,
  submit,
} from '../../../../support/console/open-accounts.js';

describe('resetting a password', () => {
  it('sends the new password', async () => {
    const service = serve({ 'PATCH /api/agents/a2': maria });
    const list = await openDialog('Reset password of Maria', service);
    expect(headingOf(list)).to.equal('Reset password of Maria');
    expect(textOf(list)).to.include('Maria will be signed out everywhere.');
    type(list, 'New password', 'four other words');
    await submit(list);
    expect(askedOf(service)).to.deep.equal([
      { method: 'PATCH', path: '/api/agents/a2', body: { password: 'four other words' } },
    ]);
    expect(newsOf(list)).to.equal('Maria has a new password.');
  });

  it('rejects a password that is too short', async () => {
    const service = serve();
    const list = await openDialog('Reset password of Maria', service);
    type(list, 'New password', 'short');
    await submit(list);
    expect(askedOf(service)).to.deep.equal([]);
    expect(focusedName()).to.equal('New password');
    expect(deepAll(list, '#password-error')).to.have.length(1);
  });

  it('shows a refusal beside the field only if it concerns the password', async () => {
    const service = serve({
      'PATCH /api/agents/a2': new ServiceRefusal('REQUEST_INVALID', 400, 'Too long.', {
        pointer: '/password',
      }),
    });
    const list = await openDialog('Reset password of Maria', service);
    type(list, 'New password', 'four other words');
    await submit(list);
    expect(deepAll(list, '#password-error')[0]?.textContent).to.equal('Too long.');
    service.answers['PATCH /api/agents/a2'] = new ServiceRefusal('UNREACHABLE', 0, 'Not reached.');
    await submit(list);
    expect(deepAll(list, '#password-error')).to.have.length(0);
    expect(deepAll(list, 'form [role=alert]')[0]?.textContent).to.include('Not reached.');
  });
});
