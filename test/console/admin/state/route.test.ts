import { expect } from '@open-wc/testing';
import { parseRoute, toHash, type Route } from '../../../../console/admin/state/route.js';

describe('the route of the admin pages', () => {
  it('survives formatting and parsing', () => {
    const routes: Route[] = [
      { view: 'widgets' },
      { view: 'accounts' },
      { view: 'settings' },
      { view: 'queues' },
      { view: 'queue', queueId: 'sales' },
      { view: 'queue', queueId: '' },
      { view: 'contacts', query: '' },
      { view: 'contacts', query: 'q=a%2Fb&state=ENDED' },
      { view: 'contact', contactId: 'a/b ?', query: 'q=x' },
      { view: 'widget', widgetId: 'a/b %', step: 'code' },
      { view: 'widget', widgetId: 'w1', step: 'history' },
    ];
    for (const route of routes) expect(parseRoute(toHash(route))).to.deep.equal(route);
  });
  it('falls back to the list of widgets, or to the first step, for an unknown address', () => {
    for (const hash of ['', '#', '#/', '#/elsewhere', '#/widgets', '#/widgets/'])
      expect(parseRoute(hash)).to.deep.equal({ view: 'widgets' });
    expect(parseRoute('#/widgets/w1/unknown')).to.deep.equal({
      view: 'widget',
      widgetId: 'w1',
      step: 'look',
    });
    expect(parseRoute('#/widgets/%E0%A4%A')).to.deep.include({ widgetId: '%E0%A4%A' });
  });
});
