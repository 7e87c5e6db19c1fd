import { drawIcon } from './draw-icon.js';

/** The pictures of an open chat's buttons. */
export const sendIcon = drawIcon('M12 19V5m-6.500 6.500L12 5l6.500 6.500');
export const endIcon = drawIcon(
  'M14 4h3.500A2.500 2.500 0 0 1 20 6.500v11a2.500 2.500 0 0 1-2.500 2.500H14M10 8l-4 4 4 4m-4-4h9',
);
export const moreIcon = drawIcon('M12 5.500v.01M12 12v.01M12 18.500v.01', 3.5);
export const attachIcon = drawIcon(
  'm20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400L14.500 7',
);
export const emojiIcon = drawIcon(
  'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM9 10v.5m6-.5v.5M8.500 14.500c1.800 2.300 5.200 2.300 7 0',
);
