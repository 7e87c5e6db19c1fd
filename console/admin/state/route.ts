/** The steps of a widget's pages, in order, and its history. */
export const widgetSteps = ['look', 'sites', 'code', 'history'] as const;
export type WidgetStep = (typeof widgetSteps)[number];

/** A place in the administrator's pages. A new queue has no id yet. */
export type Route =
  | { view: 'widgets' }
  | { view: 'queues' }
  | { view: 'queue'; queueId: string }
  | { view: 'contacts'; query: string }
  | { view: 'contact'; contactId: string; query: string }
  | { view: 'canned-replies' }
  | { view: 'accounts' }
  | { view: 'settings' }
  | { view: 'widget'; widgetId: string; step: WidgetStep };

/** Parses the hash of an address. An unknown one is the list of widgets. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/, ''));
  const [view, id, step = 'look'] = path.split('/');
  if (view === 'contacts')
    return id ? { view: 'contact', contactId: decode(id), query } : { view: 'contacts', query };
  if (view === 'accounts' || view === 'canned-replies' || view === 'settings') return { view };
  if (view === 'queues') return id ? { view: 'queue', queueId: id === newQueue ? '' : decode(id) } : { view };
  if (view !== 'widgets' || !id) return { view: 'widgets' };
  const known = widgetSteps.find((each) => each === step) ?? 'look';
  return { view: 'widget', widgetId: decode(id), step: known };
}

/** Returns the hash of a route, as {@link parseRoute} parses it. */
export function toHash(route: Route): string {
  switch (route.view) {
    case 'widget':
      return `#/widgets/${encodeURIComponent(route.widgetId)}/${route.step}`;
    case 'contacts':
      return `#/contacts${queryOf(route.query)}`;
    case 'contact':
      return `#/contacts/${encodeURIComponent(route.contactId)}${queryOf(route.query)}`;
    case 'queue':
      return `#/queues/${route.queueId ? encodeURIComponent(route.queueId) : newQueue}`;
    default:
      return `#/${route.view}`;
  }
}

const queryOf = (query: string): string => (query === '' ? '' : `?${query}`);

/** The parts before and after the first question mark. */
function split(text: string): [string, string] {
  const mark = text.indexOf('?');
  return mark < 0 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
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
