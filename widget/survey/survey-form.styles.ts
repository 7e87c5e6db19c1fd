import { css } from 'lit';

/** Styles of {@link SurveyForm}, upon those of forms. */
export const surveyStyles = css`
  :host {
    flex: none;
    max-height: 60%;
    border-top: 1px solid var(--line-color);
  }

  form {
    padding: 14px 18px;
  }

  fieldset {
    min-width: 0;
    margin: 0 0 12px;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    margin-top: 6px;
  }

  .choices label {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    height: 44px;
    margin: 0;
    border-radius: 10px;
    cursor: pointer;
  }

  .THUMBS label {
    margin-inline-end: 10px;
    padding: 0 14px;
    border: 1px solid var(--edge-color);
  }

  .THUMBS svg {
    margin-inline-end: 8px;
  }

  .choices label:focus-within {
    outline: 2px solid var(--accent-color);
    outline-offset: -2px;
  }

  svg {
    width: 28px;
    height: 28px;
    fill: none;
    stroke: var(--edge-color);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .full svg {
    fill: var(--accent-color);
    stroke: var(--accent-color);
  }

  .THUMBS .full {
    border-color: var(--accent-color);
    box-shadow: inset 0 0 0 1px var(--accent-color);
  }

  .down {
    transform: rotate(180deg);
  }

  .field {
    margin-bottom: 12px;
  }

  .thanks,
  .told {
    margin: 0;
    padding: 14px 18px;
    outline: none;
  }

  .told {
    padding-top: 0;
    color: var(--muted-color);
  }

  .told:empty {
    display: none;
  }

  @media (forced-colors: active) {
    .full svg {
      fill: Highlight;
      stroke: Highlight;
    }
  }
`;
