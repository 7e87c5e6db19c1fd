import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { goTo, leave, stay, type Navigation } from '../../../../console/admin/state/navigation.js';
import { widgetSteps, type Route } from '../../../../console/admin/state/route.js';

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ view: 'widgets' }),
  fc.constant<Route>({ view: 'accounts' }),
  fc.record({
    view: fc.constant('widget' as const),
    widgetId: fc.constantFrom('w1', 'w2'),
    step: fc.constantFrom(...widgetSteps),
  }),
);
const at = (route: Route): Navigation => ({ route, leaving: undefined });
const look: Route = { view: 'widget', widgetId: 'w1', step: 'look' };

describe('navigation between the admin pages', () => {
  it('navigates at once if nothing is unsaved', () => {
    fc.assert(
      fc.property(routes, routes, (from, to) => {
        expect(goTo(at(from), to, false)).to.deep.equal(at(to));
      }),
    );
  });

  it('navigates between the steps of a widget with unsaved changes', () => {
    const sites: Route = { ...look, step: 'sites' };
    expect(goTo(at(look), sites, true)).to.deep.equal(at(sites));
  });

  it('leaves a widget with unsaved changes only after confirmation', () => {
    fc.assert(
      fc.property(routes, (to) => {
        fc.pre(to.view !== 'widget' || to.widgetId !== 'w1');
        const asking = goTo(at(look), to, true);
        expect(asking).to.deep.equal({ route: look, leaving: to });
        expect(leave(asking)).to.deep.equal(at(to));
        expect(stay(asking)).to.deep.equal(at(look));
      }),
    );
  });

  it('stays where it is if no navigation waits for confirmation', () => {
    expect(leave(at(look))).to.deep.equal(at(look));
  });
});
