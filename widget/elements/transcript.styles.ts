import { css } from 'lit';

/** Styles of {@link TranscriptView}. */
export const transcriptStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .log {
    flex: 1;
    min-height: 0;
    padding: 16px 14px 8px;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    /* What gets the focus comes clear of the button over the end. */
    scroll-padding-bottom: 44px;
  }

  .log:focus-visible {
    outline-offset: -3px;
    outline-color: var(--accent-color);
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-top: 4px;
  }

  .message.first {
    margin-top: 14px;
  }

  .message.own {
    align-items: flex-end;
  }

  .name,
  .note,
  .state {
    font-size: 12px;
    line-height: 16px;
    color: var(--muted-color);
  }

  .name {
    margin: 0 4px 3px;
  }

  .message img {
    width: 28px;
    height: 28px;
    margin-bottom: 4px;
    border-radius: 50%;
    object-fit: cover;
  }

  .bubble {
    max-width: 84%;
    padding: 8px 12px;
    border-radius: 16px 16px 16px 5px;
    background: var(--agent-bubble-color);
    color: var(--agent-text-color);
    font-size: var(--connect-chat-message-font-size, inherit);
    line-height: 1.4;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: break-word;
    outline: 1px solid transparent;
    outline-offset: -1px;
  }

  .bubble a {
    color: inherit;
    text-decoration: underline;
  }

  .wide {
    width: 100%;
  }

  .own .bubble {
    border-radius: 16px 16px 5px 16px;
    background: var(--customer-bubble-color);
    color: var(--customer-text-color);
  }

  :host([dir='rtl']) .bubble {
    border-radius: 16px 16px 5px 16px;
  }

  :host([dir='rtl']) .own .bubble {
    border-radius: 16px 16px 16px 5px;
  }

  .system .bubble {
    background: var(--connect-chat-system-bubble-color, none);
    color: var(--connect-chat-system-text-color, inherit);
    border: 1px solid var(--line-color);
  }

  .refused .bubble {
    background: var(--bad-soft-color);
    color: var(--bad-color);
  }

  .state {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    margin: 3px 4px 0;
  }

  .refused .state {
    color: var(--bad-color);
  }

  .state button {
    min-height: 24px;
    margin-inline-start: 10px;
    color: var(--link-color);
    font-weight: 600;
    text-decoration: underline;
  }

  .name {
    display: flex;
  }

  .name > :not(.visually-hidden) {
    margin-inline-end: 6px;
  }

  .own > .name > :last-child {
    margin-inline-end: 0;
  }

  .divider {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    margin: 18px 0 10px;
    color: var(--muted-color);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }

  .divider:first-child {
    margin-top: 0;
  }

  .divider::before,
  .divider::after {
    flex: 1;
    min-width: 16px;
    height: 1px;
    background: var(--line-color);
    content: '';
  }

  .divider > * {
    margin: 0 10px;
  }

  .note {
    margin: 14px 8px 4px;
    text-align: center;
  }

  .earlier {
    display: block;
    min-height: 32px;
    margin: 0 auto 8px;
    padding: 0 14px;
    color: var(--link-color);
    font-size: 13px;
    font-weight: 600;
  }

  .typing {
    display: flex;
    align-items: center;
    min-height: 22px;
    padding: 0 18px 4px;
    font-size: 12px;
    color: var(--muted-color);
  }

  .newest {
    position: absolute;
    bottom: 34px;
    left: 50%;
    min-height: 32px;
    padding: 0 14px;
    transform: translateX(-50%);
    border-radius: 16px;
    background: var(--text-color);
    color: var(--surface-color);
    font-size: 13px;
    font-weight: 600;
    box-shadow: 0 2px 10px rgba(0, 0, 0, 0.25);
  }
`;
