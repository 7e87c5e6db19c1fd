import type { FoundContacts } from '../contact-index/find-contacts.js';
import type { Core } from '../core.js';
import { needsIndex, readContactQuery, readContactSearch, type SearchQuery } from './contact-query.js';

type Finding = Pick<Core, 'contacts' | 'contactFinder'>;

/** Finds a page of contacts: in the log, where it is as fast, and otherwise in the contact index. */
export async function findPage(
  { contacts, contactFinder }: Finding,
  query: SearchQuery,
): Promise<FoundContacts> {
  if (needsIndex(query)) {
    const page = await contactFinder.find(readContactSearch(query));
    const { queueId } = query;
    if (queueId === undefined) return page;
    return { ...page, contacts: page.contacts.filter(({ queue }) => queue?.queueId === queueId) };
  }
  const asked = readContactQuery(query);
  const page = await contacts.log.list(asked);
  return { ...page, next: page.contacts.length < asked.limit ? null : page.contacts.at(-1)! };
}
