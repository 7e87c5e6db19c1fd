import { drawIcon } from './draw-icon.js';

/** The icons of an open chat's buttons. */
export const sendIcon = drawIcon('M12 19V5m-6.5 6.5L12 5l6.5 6.5');
export const endIcon = drawIcon(
  'M14 4h3.5A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5H14M10 8l-4 4 4 4m-4-4h9',
);
export const moreIcon = drawIcon('M12 5.5v.01M12 12v.01M12 18.5v.01', 3.5);
export const attachIcon = drawIcon(
  'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L14.5 7',
);
export const emojiIcon = drawIcon(
  'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM9 10v.5m6-.5v.5M8.5 14.5c1.8 2.3 5.2 2.3 7 0',
);
