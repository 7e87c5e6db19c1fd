import { css } from 'lit';

/**
 * Colours, type and distances of every staff page, as custom properties of a page's root element; everything inside
 * inherits them. Text on its ground has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3) in either scheme.
 */
export const theme = css`
  :host {
    color-scheme: light dark;
    --ground: #f3f5f8;
    --surface: #ffffff;
    --raised: #ffffff;
    --sunken: #eaeef4;
    --text: #1a2230;
    --muted: #55617a;
    --line: #d7dee8;
    --edge: #7d89a0;
    --accent: #2456d6;
    --accent-strong: #1b46b4;
    --on-accent: #ffffff;
    --accent-soft: #e6edfd;
    --good: #14713f;
    --good-strong: #0f5a32;
    --on-good: #ffffff;
    --good-soft: #e2f4e9;
    --warn: #7d4e00;
    --warn-soft: #fdf1d8;
    --bad: #b3261e;
    --bad-soft: #fdeceb;
    --shadow: 0 1px 2px rgb(20 30 50 / 8%), 0 6px 24px rgb(20 30 50 / 7%);
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

  @media (prefers-color-scheme: dark) {
    :host {
      --ground: #10141b;
      --surface: #181e28;
      --raised: #1f2733;
      --sunken: #141922;
      --text: #e6ebf3;
      --muted: #a3afc2;
      --line: #2c3644;
      --edge: #75829a;
      --accent: #8fb2ff;
      --accent-strong: #aec8ff;
      --on-accent: #0b1836;
      --accent-soft: #1f2d4d;
      --good: #6fd39a;
      --good-strong: #93e2b4;
      --on-good: #06240f;
      --good-soft: #17342a;
      --warn: #f0c274;
      --warn-soft: #3a2e16;
      --bad: #ff9a92;
      --bad-soft: #431f1e;
      --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 35%);
    }
  }

  [hidden] {
    display: none !important;
  }
`;
