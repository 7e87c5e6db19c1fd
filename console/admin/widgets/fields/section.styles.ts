import { css } from 'lit';

/** Styles of the sections of a widget's pages, and of the settings inside them. */
export const sectionStyles = css`
  :host {
    display: block;
  }

  .section {
    padding: 0;
  }

  .section + .section {
    margin-top: 12px;
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    align-items: baseline;
    padding: 14px 20px;
    border-radius: inherit;
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    flex: none;
    align-self: center;
    width: 8px;
    height: 8px;
    margin-inline-start: auto;
    border: solid var(--muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg) translate(-2px, -2px);
    transition: transform 0.15s ease;
  }

  details[open] > summary::after {
    transform: rotate(225deg) translate(-2px, -2px);
  }

  summary:hover {
    background: var(--sunken);
  }

  summary h2,
  .title {
    font-size: 16px;
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    min-width: 0;
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  .inside {
    padding: 4px 20px 20px;
  }

  /* A disclosure inside a card. */
  .fold {
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }

  .fold summary {
    padding: 10px 14px;
  }

  .fold .name {
    font-weight: 600;
    font-size: 14px;
  }

  .fold .inside {
    padding: 6px 14px 14px;
  }

  connect-chat-visitor-texts {
    display: block;
  }

  .badge.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 36px;
    font-weight: 400;
    font-size: 15px;
  }

  .tick input {
    flex: none;
    width: 20px;
    height: 20px;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
`;
