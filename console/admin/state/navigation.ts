import type { Route } from './route.js';

/** The current route, and the route that waits for a decision about unsaved changes. */
export interface Navigation {
  readonly route: Route;
  /** The route to go to once the user has decided. */
  readonly leaving: Route | undefined;
}

/**
 * Goes to another route. Unsaved changes of a widget hold the navigation back, except between the widget's own steps.
 */
export function goTo({ route }: Navigation, next: Route, hasUnsaved: boolean): Navigation {
  const staysWithin = next.view === 'widget' && route.view === 'widget' && next.widgetId === route.widgetId;
  if (hasUnsaved && !staysWithin) return { route, leaving: next };
  return { route: next, leaving: undefined };
}

/** Goes on, and discards the changes. */
export const leave = ({ route, leaving }: Navigation): Navigation => ({
  route: leaving ?? route,
  leaving: undefined,
});

/** Stays, and keeps the changes. */
export const stay = ({ route }: Navigation): Navigation => ({ route, leaving: undefined });
