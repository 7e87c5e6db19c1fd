import { createHash } from 'node:crypto';
import type { ContactSummary } from '../../contact/contact-summary.js';
import type { ContactSearch } from './contact-search.js';

/** Facts by which contacts are filtered. */
type FactName = 'widget' | 'state' | 'agent' | 'queue' | 'tag' | 'disposition' | 'rating' | 'attribute';

/** A short name of a fact, of digits and letters. Values of any length and content have the same length. */
export const factOf = (name: FactName, ...values: string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([name, ...values]))
    .digest('hex')
    .slice(0, 16);

/** The facts of a summary, and the queues that the contact entered. */
export function factsOf(summary: ContactSummary, queueIds: readonly string[]): string[] {
  const { outcome, survey } = summary;
  const isOpen = summary.state === 'ACTIVE' && summary.endedAt === null;
  const facts = [
    factOf('widget', summary.widgetId),
    factOf('state', isOpen ? 'ACTIVE' : 'ENDED'),
    ...summary.agentIds.map((agentId) => factOf('agent', agentId)),
    ...queueIds.map((queueId) => factOf('queue', queueId)),
    ...(outcome?.tags ?? []).map((tag) => factOf('tag', tag)),
    ...Object.entries(summary.attributes).map(([name, value]) => factOf('attribute', name, value)),
  ];
  const disposition = outcome?.disposition ?? null;
  if (disposition !== null) facts.push(factOf('disposition', disposition));
  if (survey) facts.push(factOf('rating', survey.kind, String(survey.rating)));
  return [...new Set(facts)];
}

/** The facts that a search asks for: a contact has all of them. */
export function soughtFacts(search: ContactSearch): string[] {
  const { widgetId, state, agentId, queueId, tag, disposition, rating, attribute } = search;
  const facts: string[] = [];
  const add = (name: FactName, ...values: (string | undefined)[]): void => {
    const given = values.filter((value) => value !== undefined);
    if (given.length > 0) facts.push(factOf(name, ...given));
  };
  add('widget', widgetId);
  add('state', state);
  add('agent', agentId);
  add('queue', queueId);
  add('tag', tag);
  add('disposition', disposition);
  if (rating) add('rating', rating.kind, String(rating.rating));
  if (attribute) add('attribute', attribute.name, attribute.value);
  return facts;
}
