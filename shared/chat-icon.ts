/** The chat's icon, a bubble in a square of 24 by 24: an SVG path with a stroke and no fill. */
export const chatIconPath =
  'M4 11.5C4 7.4 7.6 4 12 4s8 3.4 8 7.5S16.4 19 12 19c-1 0-2-.2-2.9-.5L4.5 20l1.3-3.8A7.2 7.2 0 0 1 4 11.5Z';
