import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agentFactsAfter, agentFactsOf, missedNews, type AgentNews } from '../../../service/contact/news.js';
import { summary } from '../backend/contact-log-contract.js';

const offer = (agentId: string, until = 20) => ({ offer: { agentId, until } });
const on = (...agentIds: string[]) => ({ activeAgentIds: agentIds });
/** The news for agents who know the first summary and missed the entries up to the second. */
const between = (
  before: Parameters<typeof summary>[1] | undefined,
  after: Parameters<typeof summary>[1],
): string[] =>
  missedNews(agentFactsOf(before && summary('k', before)), summary('k', after)).map(
    ({ agentId, news }) => `${agentId} ${news.type}${news.type === 'offer-closed' ? ` ${news.reason}` : ''}`,
  );

const missed = suite('missedNews');
missed('returns nothing if nothing changed', () => {
  assert.equal(between({ ...offer('a1'), ...on('a2') }, { ...offer('a1'), ...on('a2') }), []);
});
missed('reports an offer that was made, closed, or made again', () => {
  assert.equal(between(undefined, offer('a1')), ['a1 offered']);
  assert.equal(between(offer('a1'), {}), ['a1 offer-closed WITHDRAWN']);
  assert.equal(between(offer('a1'), offer('a2')), ['a1 offer-closed WITHDRAWN', 'a2 offered']);
  assert.equal(between(offer('a1', 20), offer('a1', 40)), ['a1 offer-closed WITHDRAWN', 'a1 offered']);
});
missed('reports an accepted offer', () => {
  assert.equal(between(offer('a1'), on('a1')), ['a1 offer-closed ACCEPTED', 'a1 joined']);
});
missed("reports who left an active contact, and of a contact's end only the offer", () => {
  assert.equal(between(on('a1', 'a2'), on('a2')), ['a1 left']);
  assert.equal(between({ ...on('a1'), ...offer('a2') }, { state: 'ENDED' }), ['a2 offer-closed WITHDRAWN']);
});
missed('brings agents to the state that the summary describes', () => {
  const news = (agentId: string, each: AgentNews) => ({ agentId, news: each });
  const known = [
    news('a1', { type: 'offered', contactId: 'k', until: 20 }),
    news('a1', { type: 'offer-closed', contactId: 'k', reason: 'ACCEPTED' }),
    news('a1', { type: 'joined', contactId: 'k' }),
    news('a2', { type: 'offered', contactId: 'k', until: 40 }),
  ].reduce(agentFactsAfter, agentFactsOf(undefined));
  assert.equal(missedNews(known, summary('k', { ...on('a1'), ...offer('a2', 40) })), []);
  const after = agentFactsAfter(known, news('a1', { type: 'left', contactId: 'k' }));
  assert.equal(missedNews(after, summary('k', offer('a2', 40))), []);
});
missed.run();
