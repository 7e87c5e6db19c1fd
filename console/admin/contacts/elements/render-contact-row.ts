import { html, nothing } from 'lit';
import type { ContactFilterChoices } from '../../../../shared/contact-filters.js';
import { ratingText } from '../../../../shared/ratings.js';
import { dayAndTime } from '../../../time/time-text.js';
import { toHash } from '../../state/route.js';
import type { FoundContact } from '../state/found-contact.js';

interface ContactRow {
  contact: FoundContact;
  choices: ContactFilterChoices;
  /** The query of the list, to which the contact's page leads back. */
  query: string;
  now: number;
}

/** A contact in the list: who, when, where, with whom, and how it ended. */
export function renderContactRow({ contact, choices, query, now }: ContactRow) {
  const { contactId, startedAt, state, survey, tags, disposition } = contact;
  return html`<li class="row">
    <div class="what">
      <a href=${toHash({ view: 'contact', contactId, query })}>${nameOf(contact)}</a>
      <span class="muted"><time datetime=${startedAt}>${dayAndTime(startedAt, now)}</time></span>
      <p class="muted small-text">${placeText(contact, choices)}</p>
    </div>
    <div class="badges">
      ${state === 'ACTIVE' ? html`<span class="badge good">Active</span>` : nothing}
      ${disposition ? html`<span class="badge">${disposition}</span>` : nothing}
      ${tags.map((tag) => html`<span class="badge">${tag}</span>`)}
      ${survey ? html`<span class="badge">${ratingText(survey)}</span>` : nothing}
    </div>
  </li>`;
}

/** The name of the visitor, or what stands for it. */
export const nameOf = ({ customerName }: Pick<FoundContact, 'customerName'>): string =>
  customerName.trim() || 'Visitor without a name';

/** The widget, and the agents. */
export function placeText(
  { widgetId, agentIds, leftMessage }: FoundContact,
  choices: ContactFilterChoices,
): string {
  const widget = choices.widgets.find(({ id }) => id === widgetId)?.name;
  const agents = agentIds.map(
    (agentId) => choices.agents.find(({ id }) => id === agentId)?.name ?? 'a former agent',
  );
  return [
    ...(widget === undefined ? [] : [widget]),
    agents.length > 0 ? `with ${agents.join(', ')}` : 'no agent joined',
    ...(leftMessage ? ['began with an offline message'] : []),
  ].join(' · ');
}
