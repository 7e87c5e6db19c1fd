import { css, unsafeCSS } from 'lit';
import { colours, type Colours } from './colours.js';

/** A custom property for each colour. */
const declarationsOf = (table: Colours) =>
  unsafeCSS(
    Object.entries(table)
      .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
      .join(''),
  );

const schemes = unsafeCSS(
  `:host{${declarationsOf(colours.light).cssText}}` +
    `@media (prefers-color-scheme:dark){:host{${declarationsOf(colours.dark).cssText}}}`,
);

/**
 * Colours, type and spacing of every staff page, as custom properties of the page's root element. The colour scheme
 * follows the device.
 */
const page = css`
  :host {
    color-scheme: light dark;
    --shadow: 0 1px 2px var(--shadow-near), 0 6px 24px var(--shadow-far);
    --radius: 12px;
    --radius-small: 8px;
    display: block;
    color: var(--text);
    font:
      15px/1.45 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      sans-serif;
  }

  [hidden] {
    display: none !important;
  }
`;

/**
 * The custom properties that elements shared with the widget (transcript, composer, files) use for colours.
 * `test/console/theme/theme.test.ts` finds one that is missing here.
 */
const conversation = css`
  :host {
    --text-color: var(--text);
    --muted-color: var(--muted);
    --surface-color: var(--surface);
    --line-color: var(--line);
    --edge-color: var(--edge);
    --accent-color: var(--accent);
    --link-color: var(--accent);
    --bad-color: var(--bad);
    --bad-soft-color: var(--bad-soft);
    --agent-bubble-color: var(--other-bubble);
    --agent-text-color: var(--other-text);
    --customer-bubble-color: var(--own-bubble);
    --customer-text-color: var(--own-text);
  }
`;

/** Styles of a staff page's root element. */
export const theme = [schemes, page, conversation];
