import { css } from 'lit';

/** Styles of {@link SaveBar}. */
export const saveBarStyles = css`
  :host {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: block;
  }

  .bar {
    display: none;
    gap: 8px;
    margin-top: 20px;
    padding: 10px 16px;
    border: 1px solid var(--line);
    border-bottom: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .bar[data-shown='true'] {
    display: grid;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }

  .line .actions {
    margin-inline-start: auto;
  }

  .news {
    color: var(--good);
    font-weight: 600;
  }

  .alert {
    overflow-wrap: anywhere;
  }

  button.link {
    display: inline;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 700;
    text-decoration: underline;
  }

  button.link:hover:enabled {
    background: none;
    text-decoration-thickness: 2px;
  }

  /* At a zoom of 400 % the bar would cover what is being edited. */
  @media (max-height: 400px) {
    :host {
      position: static;
    }
  }
`;
