import { css } from 'lit';

/** Styles of {@link ContactView}. */
export const contactViewStyles = css`
  .back {
    margin-bottom: 12px;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }

  .columns .card + .card {
    margin-top: 0;
  }

  .items {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .items li {
    padding: 8px 12px;
    border-radius: var(--radius-small);
    background: var(--sunken);
    overflow-wrap: anywhere;
  }

  .items .other {
    margin-left: 10%;
    background: var(--accent-soft);
  }

  .items .customer {
    margin-right: 10%;
  }

  .items .note {
    border: 1px dashed var(--warn);
    background: var(--warn-soft);
    color: var(--text);
  }

  .items .event {
    padding: 0;
    background: none;
    color: var(--muted);
    font-size: 13px;
    text-align: center;
  }

  .who {
    font-weight: 600;
    font-size: 13px;
  }

  time {
    font-weight: 400;
    font-size: 13px;
  }

  .said {
    white-space: pre-wrap;
  }

  .outcome {
    margin: 0 0 8px;
    font-size: 14px;
  }

  dt {
    font-size: 12px;
    color: var(--muted);
  }

  dd {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
  }

  @media (max-width: 760px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
