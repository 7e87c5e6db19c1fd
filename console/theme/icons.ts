import { svg, type SVGTemplateResult } from 'lit';

/**
 * Draws an icon of the staff pages: 20 by 20 units, in the colour of the text, hidden from screen readers. A control
 * with an icon needs a name of its own.
 */
const draw = (content: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${content}</svg>`;

/** A speech bubble, the product's logo. */
export const chatIcon = draw(
  svg`<path d="M3.5 9.6c0-3.3 2.9-6 6.5-6s6.5 2.7 6.5 6-2.9 6-6.5 6c-.9 0-1.7-.1-2.4-.4L3.9 16.5l1-2.8a5.7 5.7 0 0 1-1.4-4.1Z"/><path d="M7.3 9.7h.01M10 9.7h.01M12.7 9.7h.01" stroke-width="2"/>`,
);
/** An arrow to the left: back to the list. */
export const backIcon = draw(svg`<path d="M12.5 4.5 7 10l5.5 5.5"/>`);
/** A loudspeaker: sounds are on. */
export const soundIcon = draw(
  svg`<path d="M3.5 8v4h2.8L10 15V5L6.3 8H3.5Z"/><path d="M12.8 7.6a3.4 3.4 0 0 1 0 4.8M15 5.5a6.4 6.4 0 0 1 0 9"/>`,
);
/** A muted loudspeaker: sounds are off. */
export const mutedIcon = draw(
  svg`<path d="M3.5 8v4h2.8L10 15V5L6.3 8H3.5Z"/><path d="m13.2 8 4 4m0-4-4 4"/>`,
);
/** A tick: signed by the website. */
export const verifiedIcon = draw(svg`<path d="m5 10.5 3.2 3.2L15 6.8"/>`);
/** A question mark: provided by the page, not verified. */
export const unverifiedIcon = draw(
  svg`<path d="M7.6 7.7A2.5 2.5 0 0 1 12.5 8.3c0 1.7-2.5 2-2.5 3.5M10 14.6h.01" />`,
);
/** A person: the customer's details. */
export const customerIcon = draw(
  svg`<circle cx="10" cy="7" r="3.2"/><path d="M3.8 16.5c.6-3 3.1-4.8 6.2-4.8s5.6 1.8 6.2 4.8"/>`,
);
/** A cross: closes a panel. */
export const closeIcon = draw(svg`<path d="m5.5 5.5 9 9m0-9-9 9"/>`);
/** A clock: how long a customer has been waiting. */
export const clockIcon = draw(svg`<circle cx="10" cy="10" r="6.5"/><path d="M10 6.5V10l2.3 1.6"/>`);
