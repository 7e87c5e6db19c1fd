import { css } from 'lit';

/** Styles of a colour's field, as `render-colour.ts` renders it. */
export const colourFieldStyles = css`
  .colour {
    display: flex;
    gap: 8px;
  }

  .colour input[type='color'] {
    flex: none;
    width: 44px;
    height: 40px;
    padding: 3px;
    cursor: pointer;
  }

  .colour input:not([type='color']) {
    min-width: 0;
  }

  .advice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin: 2px 0 0;
    padding: 8px 12px;
    border-radius: var(--radius-small);
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 13px;
  }

  .advice button {
    color: var(--text);
  }

  .swatch {
    width: 14px;
    height: 14px;
    border: 1px solid var(--edge);
    border-radius: 4px;
  }
`;
