import { css } from 'lit';

/** Styles of {@link SitesStep}. */
export const sitesStepStyles = css`
  :host {
    display: block;
    max-width: 760px;
  }

  .card + .card {
    margin-top: 0;
  }

  fieldset {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-bottom: 10px;
    padding: 0;
  }

  .choice {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    font-weight: 400;
    font-size: 15px;
    cursor: pointer;
  }

  .choice:hover {
    background: var(--sunken);
  }

  .choice input {
    flex: none;
    width: 24px;
    height: 24px;
    min-height: 0;
    margin: -1px 0 0;
    accent-color: var(--accent);
  }

  .notice {
    margin: 0;
  }

  .notice ul {
    margin: 6px 0 0;
    padding-inline-start: 20px;
  }
`;
