/** The filters of the page of contacts, as texts of its form; empty for none. */
export interface ContactFilters {
  q: string;
  /** Days of the browser's time zone, as 2026-01-31. */
  from: string;
  to: string;
  state: string;
  widgetId: string;
  enteredQueueId: string;
  agentId: string;
  tag: string;
  rating: string;
  participant: string;
  /** `name:value` */
  attribute: string;
}

export const noFilters: ContactFilters = {
  ...{ q: '', from: '', to: '', state: '', widgetId: '', enteredQueueId: '', agentId: '' },
  ...{ tag: '', rating: '', participant: '', attribute: '' },
};
const names = Object.keys(noFilters) as (keyof ContactFilters)[];

/** Parses the query of the page's address. */
export function parseFilters(query: string): ContactFilters {
  const given = new URLSearchParams(query);
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])) as unknown as ContactFilters;
}

/** The query of the page's address: the filters that are set. */
export function toQuery(filters: ContactFilters): string {
  const set = names.filter((name) => filters[name].trim() !== '').map((name) => [name, filters[name].trim()]);
  return new URLSearchParams(set).toString();
}

/** The number of filters that are set, apart from the words. */
export const countSet = (filters: ContactFilters): number =>
  names.filter((name) => name !== 'q' && filters[name] !== '').length;

/** The query of a request to the service. `to` includes its day. */
export function toRequestQuery(filters: ContactFilters, more: Record<string, string> = {}): string {
  const { from, to, ...others } = filters;
  const query = new URLSearchParams(toQuery({ ...noFilters, ...others }));
  const [first, next] = [startOfDay(from, 0), startOfDay(to, 1)];
  if (first) query.set('from', first);
  if (next) query.set('to', next);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.toString();
}

function startOfDay(day: string, later: number): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + later).toISOString();
}

/** What is wrong with the filters, in a sentence; empty if nothing is. */
export function problemOf({ attribute, from, to }: ContactFilters): string {
  if (attribute.trim() !== '' && !/^[^:]+:/.test(attribute.trim()))
    return 'Write an attribute as name:value, such as order:1234.';
  if (from && to && from > to) return 'The first day is after the last one.';
  return '';
}
