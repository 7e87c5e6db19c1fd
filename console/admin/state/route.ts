/** The steps of a widget's pages, in order, and its history. */
export const widgetSteps = ['look', 'sites', 'code', 'history'] as const;
export type WidgetStep = (typeof widgetSteps)[number];

/** A place in the administrator's pages. */
export type Route =
  { view: 'widgets' } | { view: 'accounts' } | { view: 'widget'; widgetId: string; step: WidgetStep };

/** Parses the hash of an address. An unknown one is the list of widgets. */
export function parseRoute(hash: string): Route {
  const [view, id, step = 'look'] = hash.replace(/^#\/?/, '').split('/');
  if (view === 'accounts') return { view };
  if (view !== 'widgets' || !id) return { view: 'widgets' };
  const known = widgetSteps.find((each) => each === step) ?? 'look';
  return { view: 'widget', widgetId: decode(id), step: known };
}

/** Returns the hash of a route, as {@link parseRoute} parses it. */
export function toHash(route: Route): string {
  if (route.view !== 'widget') return `#/${route.view}`;
  return `#/widgets/${encodeURIComponent(route.widgetId)}/${route.step}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
