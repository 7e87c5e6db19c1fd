import { css } from 'lit';

/** Styles of {@link DeskNotices}. */
export const deskNoticesStyles = css`
  :host {
    display: block;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
    justify-content: center;
    margin: 0;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
    font-size: 14px;
  }

  .warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .bad {
    background: var(--bad-soft);
    color: var(--bad);
  }

  button {
    background: var(--surface);
    color: var(--text);
  }
`;
