import { drawIcon } from './draw-icon.js';

/** The pictures of the launcher, which is there before a chat's code is. */
export const chatIcon = drawIcon(
  'M4 11.5C4 7.4 7.6 4 12 4s8 3.4 8 7.5S16.4 19 12 19c-1 0-2-.2-2.9-.5L4.5 20l1.3-3.8A7.2 7.2 0 0 1 4 11.5Z',
);
export const downIcon = drawIcon('m6 9.5 6 6 6-6');
