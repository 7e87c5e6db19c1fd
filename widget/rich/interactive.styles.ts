import { css } from 'lit';

/** Styles of {@link InteractiveMessage}: the colours of the transcript around it. */
export const interactiveStyles = css`
  :host {
    display: block;
    width: 100%;
    max-width: 420px;
    color: var(--text-color);
    line-height: 1.4;
    white-space: normal;
    overflow-wrap: anywhere;
    word-break: break-word;
  }

  .box {
    padding-bottom: 6px;
    border: 1px solid var(--line-color);
    border-radius: 16px;
    background: var(--surface-color);
    overflow: hidden;
  }

  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .title,
  .subtitle,
  .day,
  .reply,
  .links {
    padding: 0 14px;
    unicode-bidi: plaintext;
  }

  .title {
    padding-top: 10px;
    padding-bottom: 4px;
    font-weight: 600;
  }

  .subtitle,
  .more {
    font-size: 0.9em;
    color: var(--muted-color);
  }

  .subtitle {
    padding-bottom: 6px;
  }

  .title a,
  .subtitle a,
  .links a,
  .reply a {
    color: var(--link-color);
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .links a {
    display: inline-block;
    min-height: 24px;
    margin-inline-end: 12px;
  }

  img {
    display: block;
    background: var(--line-color);
    object-fit: cover;
  }

  img[hidden] {
    display: none;
  }

  .large,
  .wide {
    width: 100%;
    height: 120px;
  }

  .large {
    height: 190px;
  }

  .small {
    flex: none;
    width: 48px;
    height: 48px;
    margin-inline-end: 12px;
    border-radius: 10px;
  }

  .choice {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border-radius: 10px;
    text-align: start;
    color: inherit;
    text-decoration: none;
    transition: background-color 0.12s ease;
  }

  .choices {
    padding: 0 6px;
  }

  .choices li {
    border-top: 1px solid var(--line-color);
  }

  .choices .choice {
    margin: 2px 0;
  }

  .texts {
    flex: 1;
    min-width: 0;
  }

  .name,
  .more {
    display: block;
    unicode-bidi: plaintext;
  }

  .choices .name {
    font-weight: 500;
    color: var(--link-color);
  }

  a.choice .name {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .choice:hover {
    background: var(--agent-bubble-color);
    color: var(--agent-text-color);
  }

  .choice:hover .name,
  .choice:hover .more {
    color: inherit;
  }

  :focus-visible {
    outline-offset: -2px;
    outline-color: var(--accent-color);
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    padding: 4px 10px 6px;
  }

  .replies li {
    max-width: 100%;
    padding: 4px;
  }

  .replies .choice {
    width: auto;
    max-width: 100%;
    padding: 8px 16px;
    border: 1px solid var(--edge-color);
    border-radius: 22px;
    color: var(--link-color);
    font-weight: 500;
  }

  .replies .choice:hover {
    color: var(--agent-text-color);
  }

  .zone {
    padding-bottom: 10px;
    font-size: 12px;
  }

  /* Cut within a row, so that one sees that there is more. */
  .slots {
    position: relative;
    max-height: 214px;
    margin-bottom: -6px;
    border-top: 1px solid var(--line-color);
    overflow-y: auto;
    /* What gets the focus comes clear of the day above it. */
    scroll-padding: 38px 0 10px;
  }

  .day {
    position: sticky;
    top: 0;
    z-index: 1;
    padding-top: 8px;
    padding-bottom: 6px;
    background: var(--surface-color);
    font-size: 0.9em;
    font-weight: 600;
  }

  .times {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
    grid-gap: 8px;
    padding: 2px 14px 12px;
  }

  .times.long {
    grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
  }

  .times .choice {
    position: relative;
    justify-content: center;
    padding: 8px 4px;
    border: 1px solid var(--edge-color);
    border-radius: 12px;
    color: var(--link-color);
    font-size: 0.93em;
    font-weight: 500;
    text-align: center;
    white-space: nowrap;
  }

  .times .choice:hover {
    color: var(--agent-text-color);
  }

  .times .check {
    display: none;
  }

  .check {
    margin-inline-start: 8px;
  }

  .choice[aria-disabled='true'] {
    background: none;
    cursor: default;
  }

  .choice[aria-disabled='true'],
  .choice[aria-disabled='true'] .name {
    color: var(--muted-color);
  }

  .replies .choice[aria-disabled='true'],
  .times .choice[aria-disabled='true'] {
    border-color: var(--line-color);
    color: var(--muted-color);
  }

  .choice.chosen,
  .choice.chosen .name,
  .choice.chosen .more {
    color: var(--surface-color);
  }

  .choice.chosen,
  .replies .choice.chosen,
  .times .choice.chosen {
    border-color: transparent;
    background: var(--accent-color);
    color: var(--surface-color);
  }

  .reply:not(:empty) {
    padding-bottom: 6px;
  }

  .slots + .reply:not(:empty) {
    margin-top: 6px;
    padding-top: 8px;
    border-top: 1px solid var(--line-color);
  }

  .track {
    display: flex;
    margin-top: 8px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-behavior: smooth;
    scroll-snap-type: x mandatory;
  }

  .card {
    margin-top: 8px;
  }

  .track .card {
    flex: none;
    width: 86%;
    margin-top: 0;
    margin-inline-end: 8px;
    scroll-snap-align: center;
  }

  .track .card:last-child {
    margin-inline-end: 0;
  }

  .arrows {
    display: flex;
    justify-content: flex-end;
  }

  .arrows button {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    border-radius: 22px;
    color: var(--muted-color);
  }

  .arrows button:first-child,
  .arrows.backwards button:last-child {
    transform: rotate(90deg);
  }

  .arrows button:last-child,
  .arrows.backwards button:first-child {
    transform: rotate(-90deg);
  }

  .arrows button:hover {
    color: var(--text-color);
  }

  @media (prefers-reduced-motion: reduce) {
    .track {
      scroll-behavior: auto;
    }
  }

  @media (forced-colors: active) {
    .choice {
      border: 1px solid transparent;
    }

    .choice.chosen,
    .replies .choice.chosen,
    .times .choice.chosen {
      border: 2px solid Highlight;
    }

    .choice[aria-disabled='true']:not(.chosen),
    .choice[aria-disabled='true']:not(.chosen) .name {
      color: GrayText;
    }
  }
`;
