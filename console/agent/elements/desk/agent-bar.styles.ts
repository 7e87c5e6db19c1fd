import { css } from 'lit';

/** Styles of {@link AgentBar}. */
export const agentBarStyles = css`
  :host {
    display: block;
  }

  header {
    gap: 10px;
    padding: 8px 16px;
  }

  h1 {
    margin: 0;
    font-size: 16px;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }

  .connection {
    padding: 2px 10px;
    border-radius: 999px;
    font-size: 13px;
    white-space: nowrap;
    color: var(--muted);
  }

  .connection[data-live='false'] {
    background: var(--warn-soft);
    color: var(--warn);
  }

  a {
    padding: 6px 4px;
    color: var(--accent);
    font-weight: 600;
  }

  .space {
    flex: 1;
  }

  .status {
    position: relative;
    flex: none;
  }

  .dot {
    position: absolute;
    top: 50%;
    left: 13px;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--edge);
    transform: translateY(-50%);
    pointer-events: none;
  }

  [data-status='AVAILABLE'] .dot {
    background: var(--good);
  }

  select {
    min-height: 36px;
    padding: 0 10px 0 26px;
    font-weight: 600;
  }

  .since {
    flex: none;
    color: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  [data-status='AWAY'] .dot,
  [data-status='NEXT'] .dot,
  [data-status='MISSED'] .dot {
    background: var(--warn);
  }

  .settings {
    position: relative;
    flex: none;
    font-size: 14px;
  }

  .settings summary {
    padding: 6px 4px;
    cursor: pointer;
    font-weight: 600;
  }

  .settings div {
    display: grid;
    gap: 12px;
    justify-items: start;
    position: absolute;
    top: 100%;
    right: 0;
    z-index: 2;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    box-shadow: var(--shadow);
    white-space: nowrap;
  }

  .icon {
    width: 36px;
    padding: 0;
  }

  .name {
    min-width: 0;
    max-width: 180px;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (max-width: 760px) {
    header {
      gap: 6px;
      padding: 8px 12px;
    }

    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .name {
      display: none;
    }

    .connection[data-live='true'] {
      display: none;
    }
  }

  @media (max-width: 480px) {
    .mark,
    .since {
      display: none;
    }

    .status {
      flex: 0 1 auto;
      min-width: 0;
    }

    select {
      width: 100%;
      text-overflow: ellipsis;
    }
  }
`;
