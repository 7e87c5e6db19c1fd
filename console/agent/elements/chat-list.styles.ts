import { css } from 'lit';

/** Styles of {@link ChatList}. */
export const chatListStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  nav {
    padding: 8px 10px 16px;
  }

  h2 {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 12px 8px 6px;
    font-size: 12px;
    letter-spacing: 0.03em;
    color: var(--muted);
  }

  .total {
    font-weight: 400;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .offers {
    gap: 10px;
    margin-bottom: 16px;
  }

  .none {
    margin: 0 8px;
    font-size: 14px;
    color: var(--muted);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    width: 100%;
    min-height: 56px;
    padding: 8px 10px;
    border-color: transparent;
    border-radius: 10px;
    background: transparent;
    font-weight: 400;
    text-align: start;
  }

  .row:hover {
    background: var(--sunken);
  }

  .row[aria-current] {
    background: var(--accent-soft);
  }

  .name,
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 600;
  }

  time {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--muted);
  }

  .line {
    font-size: 14px;
    color: var(--muted);
  }

  [data-unread='true'] .line {
    font-weight: 600;
    color: var(--text);
  }

  .typing {
    font-style: italic;
    color: var(--accent);
  }

  .draft {
    color: var(--bad);
  }

  .row[aria-current] time,
  .row[aria-current] .line {
    color: var(--text);
  }

  .count {
    min-width: 22px;
    height: 22px;
    padding: 0 7px;
    border-radius: 11px;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
    font-size: 12px;
    line-height: 22px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
`;
