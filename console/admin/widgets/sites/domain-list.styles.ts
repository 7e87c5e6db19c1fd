import { css } from 'lit';

/** Styles of {@link DomainList}. */
export const domainListStyles = css`
  :host {
    display: block;
  }

  /* Long lists scroll, so that the security settings below stay within reach. */
  ol {
    display: grid;
    gap: 8px;
    max-height: min(440px, 55vh);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ol.long {
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    overflow: auto;
  }

  ol:empty {
    display: none;
  }

  .domain {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .domain label {
    flex: none;
    min-width: 1.6em;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .domain input {
    min-width: 0;
  }

  .domain button {
    flex: none;
    min-height: 40px;
  }

  .advice {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
    padding-inline-start: calc(1.6em + 8px);
    overflow-wrap: anywhere;
  }

  .advice p:empty {
    display: none;
  }

  [role='status']:empty {
    display: none;
  }
`;
