import type { Route } from './route.js';

/** Where one is, and where one wants to go while changes are not saved. */
export interface Navigation {
  readonly route: Route;
  /** The page to go to once it is decided what becomes of unsaved changes. */
  readonly leaving: Route | undefined;
}

/** Goes to another page; unsaved changes of a widget hold one back, but not within its own steps. */
export function goTo({ route }: Navigation, next: Route, hasUnsaved: boolean): Navigation {
  const staysWithin = next.view === 'widget' && route.view === 'widget' && next.widgetId === route.widgetId;
  if (hasUnsaved && !staysWithin) return { route, leaving: next };
  return { route: next, leaving: undefined };
}

/** Goes where one wanted to, without the changes. */
export const leave = ({ route, leaving }: Navigation): Navigation => ({
  route: leaving ?? route,
  leaving: undefined,
});

/** Stays, with the changes. */
export const stay = ({ route }: Navigation): Navigation => ({ route, leaving: undefined });
