import { svg } from 'lit';

const draw = (path: string, width = 2) =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

/** Pictures of buttons: drawn with the text's colour, never the only name of a thing. */
export const chatIcon = draw(
  'M4 11.5C4 7.4 7.6 4 12 4s8 3.400 8 7.500S16.400 19 12 19c-1 0-2-.2-2.900-.5L4.500 20l1.300-3.800A7.200 7.200 0 0 1 4 11.500Z',
);
export const downIcon = draw('m6 9.500 6 6 6-6');
export const sendIcon = draw('M12 19V5m-6.500 6.500L12 5l6.500 6.500');
export const endIcon = draw(
  'M14 4h3.500A2.500 2.500 0 0 1 20 6.500v11a2.500 2.500 0 0 1-2.500 2.500H14M10 8l-4 4 4 4m-4-4h9',
);
export const moreIcon = draw('M12 5.500v.01M12 12v.01M12 18.500v.01', 3.5);
export const emojiIcon = draw(
  'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM9 10v.5m6-.5v.5M8.500 14.500c1.800 2.300 5.200 2.300 7 0',
);
