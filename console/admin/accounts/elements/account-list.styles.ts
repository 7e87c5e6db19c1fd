import { css } from 'lit';

/** Styles of {@link AccountList}. */
export const accountListStyles = css`
  .news:not(:empty) {
    margin-bottom: 16px;
    color: var(--good);
    font-weight: 600;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 12px 10px;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }

  /* Names may be one long word. */
  tbody th,
  .queue-names {
    overflow-wrap: anywhere;
  }

  td button {
    white-space: nowrap;
  }

  thead th {
    border: 0;
    color: var(--muted);
    font-size: 13px;
  }

  th[scope='row'] .muted {
    display: block;
    font-weight: 400;
    font-size: 13px;
  }

  td .actions {
    justify-content: flex-end;
  }

  .narrow {
    display: none;
  }

  @media (max-width: 840px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
    }

    tr {
      padding: 12px 0;
      border-top: 1px solid var(--line);
    }

    tr:first-child {
      border-top: 0;
    }

    tbody th,
    td {
      padding: 3px 0;
      border: 0;
    }

    td .actions {
      justify-content: flex-start;
      padding-top: 6px;
    }

    .narrow {
      display: inline;
    }
  }
`;
