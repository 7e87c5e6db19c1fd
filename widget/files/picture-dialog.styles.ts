import { css } from 'lit';

/** Styles of {@link PictureDialog}: dark in both schemes, so that the picture is the brightest part. */
export const pictureDialogStyles = css`
  /* The dialog itself is what lies over the page: a backdrop can't be told that motion is unwanted. */
  dialog {
    position: fixed;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    border: 0;
    background: rgba(12, 15, 20, 0.97);
    color: #fff;
    font-size: 15px;
    line-height: 20px;
    text-align: start;
    white-space: normal;
    overflow: hidden;
    overscroll-behavior: contain;
    animation: appear 0.16s ease-out;
  }

  dialog::backdrop {
    background: none;
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    padding: 8px 8px 8px 20px;
  }

  [dir='rtl'] .bar {
    padding: 8px 20px 8px 8px;
  }

  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  button {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    margin-inline-start: 4px;
    border-radius: 50%;
  }

  button:hover {
    background: rgba(255, 255, 255, 0.16);
  }

  button:focus-visible {
    outline-offset: -3px;
  }

  .stage {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: center;
    min-height: 0;
    padding: 0 20px 20px;
  }

  /* Shrinks with its sides in proportion: contained in what it has for itself, and never larger than it is. */
  canvas {
    max-width: 100%;
    max-height: 100%;
    border-radius: 6px;
    object-fit: contain;
    animation: grow 0.2s ease-out;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes grow {
    from {
      transform: scale(0.94);
    }
  }

  @media (max-width: 480px) {
    .stage {
      padding: 0 0 12px;
    }

    canvas {
      border-radius: 0;
    }
  }
`;
