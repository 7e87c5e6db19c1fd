import { css } from 'lit';

/** Styles of {@link CodeStep}. */
export const codeStepStyles = css`
  :host {
    display: block;
    max-width: 860px;
  }

  .card + .card {
    margin-top: 0;
  }

  dl {
    display: grid;
    gap: 8px;
    margin: 14px 0 0;
  }

  .head {
    margin: 0;
  }

  dl div {
    display: grid;
    grid-template-columns: minmax(72px, 120px) minmax(0, 1fr);
    gap: 12px;
  }

  dt {
    color: var(--muted);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  summary {
    padding: 4px 0;
    font-weight: 600;
    cursor: pointer;
  }

  details p {
    margin: 6px 0 10px;
  }
`;
