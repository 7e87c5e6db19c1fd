import { css } from 'lit';

/** Styles of {@link ContactDetails}. */
export const contactDetailsStyles = css`
  :host {
    display: grid;
    gap: 10px;
    font-size: 13px;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(72px, auto) minmax(0, 1fr);
    gap: 4px 12px;
    margin: 0;
  }

  dt {
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  q {
    display: block;
    white-space: pre-wrap;
  }

  .title {
    display: block;
  }

  a {
    color: var(--accent);
  }

  section {
    padding: 8px 10px;
    border-radius: 8px;
  }

  .verified {
    border: 1px solid var(--good);
    background: var(--good-soft);
  }

  .unverified {
    border: 1px dashed var(--edge);
  }

  .kind {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin: 0 0 4px;
    font-size: 13px;
  }

  .verified .kind {
    color: var(--good);
  }

  .kind svg {
    width: 16px;
    height: 16px;
  }

  small {
    font-weight: 400;
    font-size: 12px;
    color: var(--muted);
  }

  .verified small,
  .verified dt {
    color: var(--text);
  }

  .unverified dd {
    font-style: italic;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
