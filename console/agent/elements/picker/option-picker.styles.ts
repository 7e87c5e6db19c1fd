import { css } from 'lit';

/** Styles of the list of an {@link OptionPicker}. */
export const optionPickerStyles = css`
  ul {
    max-height: var(--list-height, 30vh);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  [role='option'] {
    padding: 6px 8px;
    border-radius: var(--radius-small);
    cursor: pointer;
  }

  [role='option']:hover {
    background: var(--sunken);
  }

  [aria-selected='true'] {
    background: var(--accent-soft);
  }

  .none {
    margin: 0;
    color: var(--muted);
    font-size: 13px;
  }

  .none:empty {
    display: none;
  }
`;
