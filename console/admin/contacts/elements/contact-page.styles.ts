import { css } from 'lit';

/** Styles of the list of contacts and its filters. */
export const contactPageStyles = css`
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: end;
  }

  .words .field {
    flex: 1 1 260px;
  }

  input[type='search'],
  input[type='date'] {
    width: 100%;
  }

  details {
    margin-top: 12px;
  }

  summary {
    width: max-content;
    padding: 4px 0;
    font-weight: 600;
    cursor: pointer;
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 14px;
    margin-top: 10px;
  }

  .count {
    margin: 16px 0 8px;
    color: var(--muted);
  }

  .count:empty {
    margin: 0;
  }

  .notice {
    margin-bottom: 12px;
  }

  .what {
    flex: 1 1 240px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .what a {
    margin-right: 8px;
    font-weight: 600;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .badge {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .more {
    margin-top: 16px;
    text-align: center;
  }
`;
