import { css } from 'lit';

/** Styles of {@link AroundSettings}. */
export const aroundSettingsStyles = css`
  :host {
    display: contents;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
  }

  .tick input {
    flex: none;
    width: 20px;
    height: 20px;
  }
`;
