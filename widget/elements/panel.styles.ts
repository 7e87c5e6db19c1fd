import { css } from 'lit';

/** Styles of {@link Panel}. */
export const panelStyles = css`
  :host {
    --text-color: #1b1f24;
    --muted-color: #5c6470;
    --surface-color: #ffffff;
    --line-color: #dfe3ea;
    --edge-color: #767e8c;
    --accent-color: #0b5fff;
    --link-color: #0b4fd6;
    --bad-color: #b3261e;
    --bad-soft-color: #fdeceb;
    display: block;
    color: var(--text-color);
  }

  :host([scheme='dark']) {
    --text-color: #e8ebf0;
    --muted-color: #a5aebb;
    --surface-color: #191d24;
    --line-color: #343b47;
    --edge-color: #7d8796;
    --accent-color: #8fb2ff;
    --link-color: #a8c3ff;
    --bad-color: #ffb0a8;
    --bad-soft-color: #4a2220;
    color-scheme: dark;
  }

  .panel {
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    border-radius: inherit;
    background: var(--surface-color);
    overflow: hidden;
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    min-height: 60px;
    padding: 8px;
    padding-inline-start: 18px;
    background: var(--header-color, #0b5fff);
    color: var(--header-text-color, #fff);
  }

  header img {
    flex: none;
    max-width: 40%;
    max-height: 40px;
    margin-inline-end: 12px;
    object-fit: contain;
  }

  .titles {
    flex: 1;
    min-width: 0;
  }

  h2,
  .who {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    font-size: 17px;
    line-height: 22px;
  }

  .who {
    font-size: 13px;
    line-height: 18px;
  }

  header button {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    border-radius: 10px;
  }

  header button:hover {
    background: rgba(128, 128, 128, 0.25);
  }

  header button:focus-visible {
    outline-offset: -3px;
  }

  .banner {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding: 8px 10px;
    padding-inline-start: 18px;
    border-bottom: 1px solid var(--line-color);
    background: #fdf3dc;
    color: #5f3d00;
    font-size: 13px;
    line-height: 18px;
  }

  .banner.bad {
    background: var(--bad-soft-color);
    color: #8c1d18;
  }

  .banner p {
    margin: 0;
  }

  .banner button,
  .over button {
    flex: none;
    min-height: 32px;
    margin-inline-start: 10px;
    padding: 0 12px;
    border: 1px solid currentColor;
    border-radius: 8px;
    font-weight: 600;
  }

  .over {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    padding: 14px;
    border-top: 1px solid var(--line-color);
  }

  .over p {
    margin: 0;
    color: var(--muted-color);
  }
`;
