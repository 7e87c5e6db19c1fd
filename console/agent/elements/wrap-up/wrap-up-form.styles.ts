import { css } from 'lit';

/** Styles of {@link WrapUpForm}. */
export const wrapUpFormStyles = css`
  form {
    padding: 10px 12px;
    border-top: 1px solid var(--line);
    background: var(--sunken);
  }

  .head {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .head .quiet {
    color: var(--text);
    font-weight: 600;
  }

  .left {
    flex: 1;
    color: var(--text);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .fields {
    display: grid;
    gap: 10px;
    max-height: 34vh;
    padding-top: 8px;
    overflow-y: auto;
  }

  .fields[hidden],
  .fields:empty {
    display: none;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 4px;
    font-weight: 600;
    font-size: 14px;
  }

  .tag {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 28px;
    font-weight: 400;
  }

  .tag input {
    flex: none;
    width: 18px;
    height: 18px;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
`;
