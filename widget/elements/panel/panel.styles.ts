import { css } from 'lit';

/** Styles of {@link Panel}. */
export const panelStyles = css`
  :host {
    position: fixed;
    right: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-right));
    bottom: calc(
      var(--launcher-size, 58px) + var(--launcher-offset-y, 20px) + 12px + env(safe-area-inset-bottom) +
        var(--viewport-bottom, 0px)
    );
    display: block;
    width: var(--connect-chat-width, 372px);
    height: var(--connect-chat-height, 600px);
    max-width: calc(100vw - var(--launcher-offset-x, 20px) - 20px);
    max-height: calc(
      var(--viewport-height, 100vh) - var(--launcher-size, 58px) - var(--launcher-offset-y, 20px) - 32px
    );
    border-radius: var(--connect-chat-radius, 16px);
    color: var(--text-color);
    font-size: var(--connect-chat-font-size, inherit);
    box-shadow:
      0 0 0 1px rgba(15, 25, 45, 0.08),
      0 12px 40px rgba(15, 25, 45, 0.24);
    /* Seen where colours are forced, which leaves no shadows and no backgrounds. */
    outline: 1px solid transparent;
    transform-origin: bottom right;
    animation: arrive 0.18s ease-out;
  }

  /* Drawn before it is opened. */
  :host([ahead]) {
    visibility: hidden;
    animation: none;
  }

  :host([leaving]) {
    animation: arrive 0.15s ease-in reverse forwards;
    pointer-events: none;
  }

  :host([side='left']) {
    right: auto;
    transform-origin: bottom left;
    left: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-left));
  }

  :host([mode='inline']) {
    position: static;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    box-shadow: 0 0 0 1px rgba(15, 25, 45, 0.12);
    animation: none;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.96);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host,
    :host([leaving]) {
      animation: none;
    }
  }

  /* A phone: the whole of what can be seen, above the keyboard and within what the screen's edges leave. */
  @media (max-width: 480px), (max-height: 480px) {
    :host([mode='floating']) {
      top: var(--viewport-top, 0);
      right: 0;
      bottom: auto;
      left: 0;
      width: auto;
      height: var(--viewport-height, 100%);
      max-width: none;
      max-height: none;
      border-radius: 0;
    }

    :host([mode='floating']) .panel {
      padding-bottom: env(safe-area-inset-bottom);
    }

    :host([mode='floating']) .head {
      padding-top: calc(8px + env(safe-area-inset-top));
    }
  }

  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    border-radius: inherit;
    background: var(--surface-color);
    overflow: hidden;
  }

  .head {
    display: flex;
    flex: none;
    align-items: center;
    min-height: var(--connect-chat-header-height, 60px);
    padding: 8px;
    padding-inline-start: 18px;
    background: var(--header-color);
    color: var(--header-text-color);
  }

  [part='logo'] {
    flex: none;
    max-width: var(--connect-chat-logo-width, 40%);
    max-height: var(--connect-chat-logo-height, 40px);
    margin-inline-end: 12px;
    object-fit: contain;
  }

  .face {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 36px;
    height: 36px;
    margin-inline-end: 10px;
    border-radius: 50%;
    background: var(--header-text-color);
    color: var(--header-color);
    font-size: 14px;
    font-weight: 600;
  }

  .titles {
    flex: 1;
    min-width: 0;
  }

  h2,
  .who {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    font-size: 17px;
    line-height: 22px;
  }

  .who {
    font-size: 13px;
    line-height: 18px;
  }

  .head button {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    border-radius: 10px;
  }

  .head button:hover,
  .head button[aria-expanded='true'] {
    background: rgba(128, 128, 128, 0.25);
  }

  .head button:focus-visible {
    outline-offset: -3px;
  }

  .banner {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding: 8px 10px;
    padding-inline-start: 18px;
    border-bottom: 1px solid var(--line-color);
    background: var(--warn-soft-color);
    color: var(--warn-color);
    font-size: 13px;
    line-height: 18px;
  }

  .banner.bad {
    background: var(--bad-soft-color);
    color: var(--bad-color);
  }

  .banner p {
    margin: 0;
  }

  .banner button {
    flex: none;
    margin-inline-start: 10px;
  }

  .banner button,
  .over button {
    min-height: 36px;
    padding: 0 12px;
    border: 1px solid var(--connect-chat-button-border-color, currentColor);
    border-radius: 8px;
    background: var(--connect-chat-button-color, none);
    color: var(--connect-chat-button-text-color, inherit);
    font-size: var(--connect-chat-button-font-size, inherit);
    font-weight: 600;
  }

  .over {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    padding: 10px;
    border-top: 1px solid var(--line-color);
  }

  .over > * {
    flex: auto;
    margin: 4px;
  }

  .over p {
    flex: 1 1 120px;
    color: var(--muted-color);
  }

  .question p {
    color: inherit;
    font-weight: 600;
  }

  .over .main {
    border-color: transparent;
    background: var(--accent-color);
    color: var(--surface-color);
  }

  .place {
    flex: none;
    margin: 0 14px 10px;
    font-size: 13px;
    font-weight: 600;
    text-align: center;
    color: var(--accent-color);
  }
`;
