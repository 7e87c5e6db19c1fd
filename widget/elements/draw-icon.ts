import { svg } from 'lit';

/**
 * Renders an icon of 24 by 24 in the colour of the text. Icons are hidden from screen readers: a button with one
 * needs a name.
 */
export const drawIcon = (path: string, width = 2) =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;
