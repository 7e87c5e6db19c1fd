import type { ColourPointer } from '../../../../shared/theme-colours.js';

/** The name of each colour of a theme on the pages. */
export const colourNames: Record<ColourPointer, string> = {
  '/theme/headerColor': 'Header colour',
  '/theme/headerTextColor': 'Header text colour',
  '/theme/agentBubbleColor': 'Agent bubble colour',
  '/theme/agentTextColor': 'Agent bubble text colour',
  '/theme/customerBubbleColor': 'Customer bubble colour',
  '/theme/customerTextColor': 'Customer bubble text colour',
  '/theme/accentColor': 'Accent colour',
  '/theme/openIcon/backgroundColor': 'Open chat icon background',
  '/theme/openIcon/color': 'Open chat icon colour',
  '/theme/closeIcon/backgroundColor': 'Minimise chat icon background',
  '/theme/closeIcon/color': 'Minimise chat icon colour',
};

/** The background of a colour, and the contrast ratio that WCAG 2.2 AA requires. */
export interface ColourGround {
  ground: ColourPointer;
  /** 4.5 for text (1.4.3), 3 for icons (1.4.11). */
  ratio: 4.5 | 3;
}

/** The colours that appear on another colour of the theme. */
export const colourGrounds: Partial<Record<ColourPointer, ColourGround>> = {
  '/theme/headerTextColor': { ground: '/theme/headerColor', ratio: 4.5 },
  '/theme/agentTextColor': { ground: '/theme/agentBubbleColor', ratio: 4.5 },
  '/theme/customerTextColor': { ground: '/theme/customerBubbleColor', ratio: 4.5 },
  '/theme/openIcon/color': { ground: '/theme/openIcon/backgroundColor', ratio: 3 },
  '/theme/closeIcon/color': { ground: '/theme/closeIcon/backgroundColor', ratio: 3 },
};

/** Hints for colours. */
export const colourHints: Partial<Record<ColourPointer, string>> = {
  '/theme/accentColor': 'Links, stars and buttons. Leave it empty to follow the header colour.',
};
