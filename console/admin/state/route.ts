/** The steps of a widget's pages, in order, and its history. */
export const widgetSteps = ['look', 'sites', 'code', 'history'] as const;
export type WidgetStep = (typeof widgetSteps)[number];

/** A place in the administrator's pages. A new queue has no id yet. */
export type Route =
  | { view: 'widgets' }
  | { view: 'queues' }
  | { view: 'queue'; queueId: string }
  | { view: 'canned-replies' }
  | { view: 'accounts' }
  | { view: 'settings' }
  | { view: 'widget'; widgetId: string; step: WidgetStep };

/** Parses the hash of an address. An unknown one is the list of widgets. */
export function parseRoute(hash: string): Route {
  const [view, id, step = 'look'] = hash.replace(/^#\/?/, '').split('/');
  if (view === 'accounts' || view === 'canned-replies' || view === 'settings') return { view };
  if (view === 'queues') return id ? { view: 'queue', queueId: id === newQueue ? '' : decode(id) } : { view };
  if (view !== 'widgets' || !id) return { view: 'widgets' };
  const known = widgetSteps.find((each) => each === step) ?? 'look';
  return { view: 'widget', widgetId: decode(id), step: known };
}

/** Returns the hash of a route, as {@link parseRoute} parses it. */
export function toHash(route: Route): string {
  if (route.view === 'queue')
    return `#/queues/${route.queueId ? encodeURIComponent(route.queueId) : newQueue}`;
  if (route.view !== 'widget') return `#/${route.view}`;
  return `#/widgets/${encodeURIComponent(route.widgetId)}/${route.step}`;
}

/** No id of a queue: it has a character that ids don't have. */
const newQueue = '+';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
