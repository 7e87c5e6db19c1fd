import { css } from 'lit';
import { avatarStyles } from '../render-avatar.js';

/** Styles of {@link ChatList}. */
export const chatListStyles = [
  avatarStyles,
  css`
    :host {
      display: block;
      min-height: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
    }

    nav {
      padding: 14px 10px 16px;
    }

    h2 {
      display: flex;
      gap: 6px;
      align-items: center;
      margin: 0 6px 8px;
      font-size: 13px;
      color: var(--muted);
    }

    .total {
      min-width: 20px;
      padding: 0 6px;
      border-radius: 10px;
      background: var(--sunken);
      font-size: 12px;
      line-height: 20px;
      text-align: center;
    }

    ul {
      display: grid;
      gap: 2px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .none {
      margin: 0 6px;
      font-size: 14px;
      color: var(--muted);
    }

    .row {
      position: relative;
      display: grid;
      grid-template-areas: 'avatar name waiting' 'avatar line count';
      grid-template-columns: auto minmax(0, 1fr) auto;
      grid-template-rows: 1fr 1fr;
      gap: 0 10px;
      min-height: 60px;
      padding: 8px 10px;
      border-radius: 10px;
    }

    .avatar {
      grid-area: avatar;
    }

    [data-current='true'] .avatar {
      background: var(--accent);
      color: var(--on-accent);
    }

    /* Its children are items of the row's grid. */
    .more {
      display: contents;
    }

    .name,
    .line {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .name {
      display: block;
      grid-area: name;
      align-self: end;
      min-height: 0;
      padding: 0;
      border: 0;
      background: none;
      line-height: 22px;
      text-align: start;
    }

    .name:hover:enabled {
      background: none;
    }

    /* The button covers the row, which shows the focus. */
    .name::after {
      position: absolute;
      top: 0;
      right: 0;
      bottom: 0;
      left: 0;
      content: '';
    }

    .name:focus-visible {
      outline: none;
    }

    .row:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }

    .row:hover {
      background: var(--sunken);
    }

    .row[data-current='true'] {
      background: var(--accent-soft);
    }

    .line {
      grid-area: line;
      align-self: start;
      font-size: 13px;
      color: var(--muted);
    }

    .line.gone {
      color: var(--warn);
    }

    .row[data-current='true'] .line,
    .row[data-current='true'] .waiting {
      color: var(--text);
    }

    .waiting {
      display: flex;
      grid-area: waiting;
      gap: 3px;
      align-items: center;
      align-self: end;
      justify-self: end;
      font-size: 12px;
      line-height: 18px;
      font-variant-numeric: tabular-nums;
      color: var(--muted);
    }

    .waiting svg {
      width: 13px;
      height: 13px;
    }

    .waiting[data-urgency='long'],
    .row[data-current='true'] .waiting[data-urgency='long'] {
      font-weight: 600;
      color: var(--warn);
    }

    .waiting[data-urgency='too-long'],
    .row[data-current='true'] .waiting[data-urgency='too-long'] {
      font-weight: 600;
      color: var(--bad);
    }

    [data-unread='true'] .line {
      font-weight: 600;
      color: var(--text);
    }

    [data-open='false'] .name {
      color: var(--muted);
    }

    .typing {
      font-style: italic;
      color: var(--accent);
    }

    .draft {
      color: var(--bad);
    }

    .count {
      grid-area: count;
      align-self: start;
      justify-self: end;
      min-width: 20px;
      padding: 0 6px;
      border-radius: 10px;
      background: var(--accent);
      color: var(--on-accent);
      font-weight: 700;
      font-size: 12px;
      line-height: 20px;
      text-align: center;
      font-variant-numeric: tabular-nums;
    }
  `,
];
