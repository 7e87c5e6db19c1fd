import { LitElement, css, html } from 'lit';
import { reset } from '../elements/reset.styles.js';
import { linkedText } from './linked-text.js';
import { parseTime } from './parse-time.js';
import { formatter } from './slot-days.js';

/** An ISO 8601 time with an offset, and nothing else: the answer to a time picker. */
const chosenTime = /^\d{4}-\d\d-\d\dT\d\d:[\d:.]+(Z|[+-]\d\d:?\d\d)$/;
/** The time in words. */
const words = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/**
 * @summary A plain text with its links, or the time that a person chose, in the reader's time zone. Until it is
 * defined, its children replace it: the text as it was sent.
 */
export class PlainText extends LitElement {
  static override styles = [
    reset,
    css`
      a {
        color: inherit;
        text-decoration: underline;
      }
    `,
  ];
  static override properties = { text: {}, language: {} };

  declare text: string;
  /** The language of times (BCP 47). */
  declare language: string;

  constructor() {
    super();
    this.text = '';
    this.language = '';
  }

  override render() {
    const { text, language } = this;
    const time = chosenTime.test(text) ? parseTime(text, 0) : null;
    return time === null
      ? linkedText(text).map(renderPart)
      : html`<time datetime=${text}>${formatter(language, words).format(time)}</time>`;
  }
}

const renderPart = ({ text, href }: ReturnType<typeof linkedText>[number]) =>
  href === undefined
    ? html`${text}`
    : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
