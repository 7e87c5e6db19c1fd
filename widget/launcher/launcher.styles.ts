import { css } from 'lit';

/** Styles of {@link ConnectChatWidget}. */
export const connectChatWidgetStyles = css`
  :host {
    display: block;
    right: 0;
    bottom: 0;
  }

  /* A page's rules for whatever stands in it would move the widget, or make it a part of the page: these are stronger. */
  :host(:not([mode='inline'])) {
    position: fixed !important;
    width: 0 !important;
    height: 0 !important;
    min-width: 0 !important;
    min-height: 0 !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    box-shadow: none !important;
    transform: none !important;
    filter: none !important;
    perspective: none !important;
    contain: none !important;
    will-change: auto !important;
    z-index: var(--connect-chat-z-index, 2147480000) !important;
  }

  :host([mode='inline']) {
    position: relative;
    right: auto;
    bottom: auto;
    z-index: auto;
    width: auto;
    height: 540px;
  }

  :host([hidden]) {
    display: none;
  }

  /* Nothing of the page's text is inherited, nor that it can't be pressed while a dialog of the page's is open. */
  #root {
    all: initial;
    display: block;
    height: 100%;
    font: 15px/1.4 var(--font, system-ui, sans-serif);
    visibility: inherit;
  }

  .launcher {
    position: fixed;
    right: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-right));
    bottom: calc(var(--launcher-offset-y, 20px) + env(safe-area-inset-bottom));
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: var(--launcher-size, 58px);
    max-width: calc(100vw - 2 * var(--launcher-offset-x, 20px));
    height: var(--launcher-size, 58px);
    border-radius: 99px;
    background: var(--open-icon-background-color, #0b5fff);
    color: var(--open-icon-color, #fff);
    box-shadow:
      0 1px 3px rgba(15, 25, 45, 0.2),
      0 6px 20px rgba(15, 25, 45, 0.25);
    outline: 1px solid transparent;
    transition: transform 0.15s ease;
  }

  .launcher:hover {
    transform: scale(1.06);
  }

  .launcher:active {
    transform: scale(0.97);
  }

  .launcher:focus-visible {
    outline: 3px solid var(--open-icon-background-color, #0b5fff);
    outline-offset: 3px;
  }

  .launcher svg {
    width: calc(var(--launcher-size, 58px) * 0.48);
    height: auto;
    margin: 0 16px;
  }

  .label {
    margin-inline: -8px 22px;
    font-weight: 600;
  }

  [data-side='left'] > .launcher {
    right: auto;
    left: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-left));
  }

  .close {
    background: var(--close-icon-background-color, #0b5fff);
    color: var(--close-icon-color, #fff);
  }

  .unread {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 22px;
    height: 22px;
    padding: 0 6px;
    border-radius: 11px;
    background: #c62828;
    color: #fff;
    font-size: 13px;
    font-weight: 700;
    line-height: 22px;
    text-align: center;
  }

  @media (max-width: 480px), (max-height: 480px) {
    .close {
      display: none;
    }
  }
`;
