import { css } from 'lit';

/** Styles shared by the administrator's pages: headings, cards, lists, rows of buttons. */
export const adminStyles = css`
  h1,
  h2,
  h3 {
    margin: 0;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }

  h1 {
    font-size: 24px;
  }

  h2 {
    font-size: 18px;
  }

  h3 {
    font-size: 15px;
  }

  h2 + p {
    margin-top: 4px;
  }

  h1:focus,
  h2:focus {
    outline: none;
  }

  p {
    margin: 0;
  }

  a {
    color: var(--accent);
  }

  code,
  pre {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 13px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-bottom: 20px;
  }

  .card {
    padding: 20px 22px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .card + .card {
    margin-top: 16px;
  }

  /* One column that never exceeds its container: code and long words scroll or wrap. */
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: 16px;
    align-items: start;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .end {
    justify-content: flex-end;
    margin-top: 8px;
  }

  .muted {
    color: var(--muted);
  }

  .small-text {
    font-size: 13px;
  }

  .badge {
    display: inline-block;
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--sunken);
    color: var(--muted);
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
  }

  .badge.good {
    background: var(--good-soft);
    color: var(--good);
  }

  .badge.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  select {
    width: 100%;
  }

  textarea {
    width: 100%;
    padding: 9px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  /* Padding belongs to the card around a list. */
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 0;
    overflow-wrap: anywhere;
  }

  .row + .row {
    border-top: 1px solid var(--line);
  }

  .head:last-child,
  .stack > .head {
    margin-bottom: 0;
  }

  .notice,
  .alert,
  .stack > .field .error:empty {
    margin: 0;
  }

  .notice p + *,
  .alert ul {
    margin-top: 8px;
    margin-bottom: 0;
  }

  .queues {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .queues legend {
    margin-bottom: 6px;
    padding: 0;
    font-weight: 600;
    font-size: 14px;
  }

  .check {
    display: flex;
    gap: 10px;
    align-items: center;
    font-weight: 400;
  }

  .check input {
    width: 20px;
    height: 20px;
    min-height: 0;
    accent-color: var(--accent);
  }

  .changes .row {
    padding: 6px 0;
  }

  .changes .member {
    font-weight: 600;
    font-size: 14px;
  }

  .changes .before {
    color: var(--muted);
    text-decoration: line-through;
  }

  .changes .values {
    font-size: 14px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    min-height: 30px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--text);
    font-size: 14px;
    font-weight: 600;
    text-decoration: none;
  }

  .button:hover {
    background: var(--sunken);
  }

  @media (max-width: 480px) {
    .card {
      padding: 16px;
    }
  }

  .empty {
    padding: 48px 20px;
    text-align: center;
  }
`;
