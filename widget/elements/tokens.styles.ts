import { css } from 'lit';

/**
 * Every colour of the widget that is not part of a theme, for light and dark schemes, as custom properties. Elements
 * inside inherit them. `panel-colours.ts` adds the accent colour, which depends on the theme.
 */
export const tokens = css`
  :host {
    --text-color: var(--connect-chat-text-color, #1b1f24);
    --muted-color: #5c6470;
    --surface-color: var(--connect-chat-surface-color, #fff);
    --line-color: #dfe3ea;
    --edge-color: #767e8c;
    --accent-color: #0b5fff;
    --link-color: var(--accent-color);
    --bad-color: #b3261e;
    --bad-soft-color: #fdeceb;
    --warn-color: #5f3d00;
    --warn-soft-color: #fdf3dc;
  }

  :host([scheme='dark']) {
    --text-color: var(--connect-chat-text-color, #e8ebf0);
    --muted-color: #a5aebb;
    --surface-color: var(--connect-chat-surface-color, #191d24);
    --line-color: #343b47;
    --edge-color: #7d8796;
    --bad-color: #ffb0a8;
    --bad-soft-color: #4a2220;
    --warn-color: #f5d394;
    --warn-soft-color: #3d2f12;
    color-scheme: dark;
  }
`;
