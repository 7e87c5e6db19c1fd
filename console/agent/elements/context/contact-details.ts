import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { ContactCard } from '../../../../shared/contact-card.js';
import { ratingText } from '../../../../shared/ratings.js';
import { toSafeLink } from '../../../../shared/safe-link.js';
import type { SurveyAnswer } from '../../../../shared/survey.js';
import { unverifiedIcon, verifiedIcon } from '../../../theme/icons.js';
import { dayAndTime } from '../../../time/time-text.js';
import { answersOf, labelOf } from '../../state/contact-answers.js';
import { contactDetailsStyles } from './contact-details.styles.js';

/**
 * @summary The details of a contact: its page, its start, and its attributes. Attributes that the website has signed
 *   are kept apart from those that the page provided.
 */
export class ContactDetails extends LitElement {
  static override styles = contactDetailsStyles;
  static override properties = { card: { attribute: false }, now: { attribute: false } };

  /** The contact. */
  declare card: ContactCard;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;

  constructor() {
    super();
    this.now = wallTime;
  }

  override render() {
    const { page, startedAt, attributes, leftMessage, survey } = this.card;
    return html`<dl>
        ${leftMessage ? renderLeftMessage(attributes) : nothing} ${survey ? renderSurvey(survey) : nothing}
        ${
          page
            ? html`<dt>Page</dt>
                <dd>${renderPage(page)}</dd>`
            : nothing
        }
        ${
          page?.referrer
            ? html`<dt>Came from</dt>
                <dd>${renderAddress(page.referrer)}</dd>`
            : nothing
        }
        <dt>Started</dt>
        <dd><time datetime=${startedAt}>${dayAndTime(startedAt, this.now())}</time></dd>
      </dl>
      ${renderFacts(
        'verified',
        Object.entries(attributes.verified).map(([name, value]) => ({
          label: labelOf(this.card, name),
          value,
        })),
      )}
      ${renderFacts('unverified', answersOf(this.card))}`;
  }
}

const words = {
  verified: { title: 'Verified', text: 'Verified', hint: 'Signed by the website', icon: verifiedIcon },
  unverified: {
    title: 'Not verified',
    text: 'Provided by the page, not verified',
    hint: '',
    icon: unverifiedIcon,
  },
};

function renderFacts(kind: keyof typeof words, facts: readonly { label: string; value: string }[]) {
  if (facts.length === 0) return nothing;
  const { title, text, hint, icon } = words[kind];
  return html`<div class="facts ${kind}" role="group" aria-label="${title} attributes">
    <p class="kind">${icon}<span>${text}</span>${hint ? html`<small>${hint}</small>` : nothing}</p>
    <dl>
      ${facts.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </div>`;
}

/** Renders where to reply: the visitor may have left the page. */
function renderLeftMessage({ verified, unverified }: ContactCard['attributes']) {
  const email = verified.email ?? unverified.email ?? '';
  return html`<dt>Left a message</dt>
    <dd>
      Answer
      here${
        email === ''
          ? nothing
          : html`, or by e-mail to
              <a class="address" href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a>`
      }
    </dd>`;
}

function renderSurvey(survey: SurveyAnswer) {
  return html`<dt>Rating</dt>
    <dd class="rating">
      ${ratingText(survey)}${survey.comment === '' ? nothing : html`<q>${survey.comment}</q>`}
    </dd>`;
}

function renderPage({ url, title }: { url: string; title: string }) {
  return html`${title ? html`<span class="title">${title}</span>` : nothing}${renderAddress(url)}`;
}

function renderAddress(address: string) {
  const link = toSafeLink(address);
  if (!link) return html`<span class="address">${address}</span>`;
  return html`<a class="address" href=${link} target="_blank" rel="noopener noreferrer">${address}</a>`;
}
