import { css } from 'lit';

/** Styles of {@link UploadList}. */
export const uploadListStyles = css`
  :host {
    display: block;
    flex: none;
  }

  /* Over the whole panel, which is the nearest around it that has a position. */
  .drop {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: center;
    margin: 12px;
    padding: 24px;
    border: 2px dashed var(--accent-color);
    border-radius: 14px;
    background: var(--surface-color);
    color: var(--text-color);
    font-weight: 600;
    text-align: center;
    opacity: 0.96;
    pointer-events: none;
  }

  ul {
    max-height: 168px;
    margin: 0 12px 8px;
    padding: 0;
    overflow-y: auto;
    list-style: none;
    border: 1px solid var(--line-color);
    border-radius: 14px;
    background: var(--surface-color);
    color: var(--text-color);
  }

  ul[hidden] {
    display: none;
  }

  li {
    display: flex;
    align-items: center;
    padding: 6px 6px 6px 14px;
    font-size: 14px;
  }

  li + li {
    border-top: 1px solid var(--line-color);
  }

  div {
    flex: 1;
    min-width: 0;
  }

  .name {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .refusal {
    display: block;
    font-size: 12px;
    color: var(--bad-color);
    overflow-wrap: anywhere;
  }

  progress {
    display: block;
    width: 100%;
    height: 4px;
    margin: 4px 0 2px;
    border: 0;
    border-radius: 2px;
    overflow: hidden;
    background: var(--line-color);
    accent-color: var(--accent-color);
    -webkit-appearance: none;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--accent-color);
  }

  progress::-moz-progress-bar {
    background: var(--accent-color);
  }

  button {
    flex: none;
    min-height: 32px;
    margin-inline-start: 8px;
    padding: 4px 10px;
    border-radius: 8px;
    font-size: 13px;
    font-weight: 600;
    color: var(--accent-color);
  }

  button:focus-visible {
    outline-color: var(--accent-color);
  }
`;
