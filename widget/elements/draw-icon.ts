import { svg } from 'lit';

/** Draws a picture of 24 by 24: with the text's colour, never the only name of a thing. */
export const drawIcon = (path: string, width = 2) =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;
