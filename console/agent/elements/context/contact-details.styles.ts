import { css } from 'lit';

/** Styles of {@link ContactDetails}. */
export const contactDetailsStyles = css`
  :host {
    display: grid;
    gap: 16px;
    font-size: 14px;
  }

  dl {
    display: grid;
    gap: 2px;
    margin: 0;
  }

  dt {
    font-size: 12px;
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  dd {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
  }

  dd:last-child {
    margin-bottom: 0;
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

  dd a {
    font-size: 13px;
  }

  .facts {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
  }

  .verified {
    border-color: var(--good);
    background: var(--good-soft);
  }

  .unverified {
    border-style: dashed;
    border-color: var(--edge);
  }

  .kind {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
    margin: 0 0 8px;
    font-weight: 600;
    font-size: 13px;
  }

  .verified .kind {
    color: var(--good);
  }

  .unverified .kind {
    color: var(--muted);
  }

  .kind svg {
    flex: none;
    width: 16px;
    height: 16px;
  }

  small {
    font-weight: 400;
    font-size: 12px;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
