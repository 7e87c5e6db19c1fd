import { css } from 'lit';

/** Styles of {@link AttachmentCard}. */
export const attachmentStyles = css`
  :host {
    display: block;
    white-space: normal;
  }

  .card {
    display: block;
    width: 100%;
    max-width: 320px;
    text-align: start;
    color: inherit;
  }

  .picture {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    max-width: 100%;
    min-height: 44px;
    margin: 2px 0 6px;
    border-radius: 8px;
    cursor: zoom-in;
    overflow: hidden;
  }

  canvas {
    display: block;
    max-width: 100%;
    max-height: 240px;
  }

  .picture:hover canvas {
    opacity: 0.88;
  }

  .file {
    display: flex;
    align-items: center;
  }

  .file svg {
    flex: none;
    margin-inline-end: 8px;
  }

  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  button bdi {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .size {
    display: block;
    font-size: 12px;
  }

  .mark {
    display: block;
    font-size: 12px;
    font-weight: 600;
  }

  .mark::before {
    content: '⚠ ' / '';
  }

  button:hover bdi {
    text-decoration-thickness: 2px;
  }

  .problem {
    display: block;
    margin-top: 4px;
    font-size: 12px;
  }
`;
