import { expect } from '@open-wc/testing';
import { auditText } from '../../../../../console/admin/settings/state/audit-text.js';

describe('the words of the audit log', () => {
  it('say what was done', () => {
    const of = (action: string) => auditText({ action });
    expect(of('PUT /api/queues/:queueId')).to.equal('Saved queue');
    expect(of('POST /api/widgets/:widgetId/keys')).to.equal('Added security key of a widget');
    expect(of('DELETE /api/contacts/:contactId')).to.equal('Deleted contact');
    expect(of('POST /api/contacts/:contactId/end')).to.equal('Ended contacts');
    expect(of('PUT /api/retention')).to.equal('Saved retention');
    expect(of('POST /api/session')).to.equal('Signed in');
  });
  it('name an unknown request as it is', () => {
    expect(auditText({ action: 'POST /api/other' })).to.equal('POST /api/other');
  });
});
