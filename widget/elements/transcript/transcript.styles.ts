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

  .message:first-child {
    margin-top: 0;
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

  .faces .other,
  .faces .system {
    padding-inline-start: 38px;
  }

  .avatar {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 28px;
    height: 28px;
    margin-bottom: 4px;
    border-radius: 50%;
    background: var(--accent-color);
    color: var(--surface-color);
    font-size: 11px;
    font-weight: 600;
    line-height: 1;
    object-fit: cover;
  }

  .avatar svg {
    width: 16px;
    height: 16px;
  }

  /* Beside the bubble, without a height of its own. */
  .faces .other .avatar,
  .faces .system .avatar {
    margin: 4px 0 -32px;
    margin-inline-start: -38px;
  }

  /* Only what comes while it is seen: messages of the log are drawn anew when their reader scrolls back. */
  .waiting,
  .other:last-child,
  .system:last-child,
  .note:last-child,
  .dots {
    animation: arrive 0.2s ease-out;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
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
    min-height: 16px;
    padding: 0 14px;
    font-size: 12px;
    color: var(--muted-color);
  }

  .faces + .typing {
    padding-inline-start: 52px;
  }

  .dots {
    display: flex;
    margin: 0 0 10px;
    margin-inline-end: 8px;
    padding: 12px;
    border-radius: 16px;
    background: var(--agent-bubble-color);
  }

  .dots i {
    width: 6px;
    height: 6px;
    margin: 0 2px;
    border-radius: 50%;
    background: var(--agent-text-color);
    opacity: 0.6;
    animation: nod 1.2s infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes nod {
    30% {
      transform: translateY(-4px);
    }
    60% {
      transform: none;
    }
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
