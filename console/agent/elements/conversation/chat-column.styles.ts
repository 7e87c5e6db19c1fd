import { css } from 'lit';

/** Styles of {@link ChatColumn}. */
export const chatColumnStyles = css`
  .idle {
    margin: 0;
    padding: 8px 14px;
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 14px;
    font-weight: 600;
  }

  .idle:empty {
    display: none;
  }

  :host {
    display: flex;
    min-height: 0;
  }

  section {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }

  :host([active]) section {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }

  header {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    min-height: 56px;
    padding: 8px 12px 8px 16px;
    border-bottom: 1px solid var(--line);
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  h2 {
    margin: 0;
    overflow: hidden;
    font-size: 16px;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .state {
    margin: 0;
    overflow: hidden;
    font-size: 13px;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .state[data-typing='true'] {
    color: var(--accent);
    font-style: italic;
  }

  .state[data-gone='true'] {
    color: var(--warn);
  }

  .icon {
    width: 36px;
    padding: 0;
  }

  .back {
    display: none;
    margin-inline-start: -8px;
  }

  .actions {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    justify-content: flex-end;
  }

  [aria-expanded='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }

  connect-chat-agent-transcript {
    flex: 1;
    min-height: 0;
  }

  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 4px;
    padding: 4px 8px 0;
    border-top: 1px solid var(--line);
  }

  .waiting-notes {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 8px 12px;
    background: var(--warn-soft);
    font-size: 13px;
    list-style: none;
  }

  .waiting-notes .text {
    display: block;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .waiting-notes .state {
    white-space: normal;
    color: var(--warn);
  }

  .drop {
    margin: 8px 12px;
    padding: 16px;
    border: 2px dashed var(--accent);
    border-radius: 12px;
    font-weight: 600;
    text-align: center;
  }

  .over {
    margin: 0;
    padding: 12px 16px;
    border-top: 1px solid var(--line);
    background: var(--sunken);
    color: var(--muted);
    font-size: 14px;
    text-align: center;
  }

  @media (max-width: 760px) {
    :host([active]) section,
    section {
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }

    .back {
      display: inline-flex;
    }
  }
`;
