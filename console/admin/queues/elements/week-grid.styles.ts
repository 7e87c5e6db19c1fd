import { css } from 'lit';

/** Styles of {@link WeekGrid}. */
export const weekGridStyles = css`
  :host {
    display: block;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 6px 10px 6px 0;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }

  thead th {
    border: 0;
    color: var(--muted);
    font-size: 13px;
  }

  th[scope='row'] {
    font-weight: 600;
    font-size: 14px;
  }

  .picture {
    width: 34%;
    padding-right: 0;
  }

  .scale {
    display: flex;
    justify-content: space-between;
    font-weight: 400;
  }

  svg {
    display: block;
    width: 100%;
    height: 22px;
    border-radius: 4px;
  }

  .day {
    fill: var(--sunken);
  }

  .part {
    fill: var(--accent);
  }

  .line {
    fill: var(--surface);
  }

  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
  }

  .span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }

  input[type='time'] {
    width: 118px;
  }

  p {
    margin-top: 10px;
  }

  @media (max-width: 760px) {
    thead,
    .picture {
      display: none;
    }

    tr,
    th[scope='row'],
    td {
      display: block;
      padding: 2px 0;
      border: 0;
    }

    tr {
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
  }
`;
