import { css } from 'lit';
import { avatarStyles } from '../render-avatar.js';

/** Styles of {@link CustomerPanel}. */
export const customerPanelStyles = [
  avatarStyles,
  css`
    :host {
      display: block;
      min-height: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
      background: var(--surface);
    }

    section {
      display: grid;
      gap: 16px;
      padding: 0 16px 24px;
    }

    header {
      position: sticky;
      z-index: 1;
      top: 0;
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 64px;
      margin: 0 -16px;
      padding: 0 10px 0 16px;
      border-bottom: 1px solid var(--line);
      background: var(--surface);
    }

    h2 {
      flex: 1;
      min-width: 0;
      margin: 0;
      font-size: 16px;
      line-height: 1.3;
      overflow-wrap: anywhere;
    }

    .icon {
      flex: none;
      width: 36px;
      padding: 0;
    }
  `,
];
