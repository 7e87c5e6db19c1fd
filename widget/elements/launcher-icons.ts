import { drawIcon } from './draw-icon.js';

/** The pictures of the launcher, which is there before a chat's code is. */
export const chatIcon = drawIcon(
  'M4 11.5C4 7.4 7.6 4 12 4s8 3.400 8 7.500S16.400 19 12 19c-1 0-2-.2-2.900-.5L4.500 20l1.300-3.800A7.200 7.200 0 0 1 4 11.500Z',
);
export const downIcon = drawIcon('m6 9.500 6 6 6-6');
