import { css } from 'lit';

/** Styles of {@link MarkdownText}: colours are those of the bubble around it. */
export const markdownStyles = css`
  :host {
    display: block;
    white-space: normal;
  }

  p,
  ul,
  ol,
  pre,
  blockquote {
    margin: 0 0 8px;
    /* Each paragraph runs as its own words do. */
    unicode-bidi: plaintext;
  }

  hr {
    margin: 10px 0;
    border: 0;
    border-top: 1px solid currentColor;
    opacity: 0.35;
  }

  :host > :first-child {
    margin-top: 0;
  }

  :host > :last-child,
  li > :last-child,
  blockquote > :last-child {
    margin-bottom: 0;
  }

  ul,
  ol {
    padding-inline-start: 22px;
    unicode-bidi: normal;
  }

  ol.long {
    padding-inline-start: 0;
    list-style-position: inside;
  }

  li {
    margin: 2px 0;
  }

  li > p {
    margin-bottom: 4px;
  }

  li > ul,
  li > ol {
    margin: 2px 0 0;
  }

  a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  a:hover {
    text-decoration-thickness: 2px;
  }

  code,
  pre {
    border-radius: 5px;
    background: rgba(128, 128, 128, 0.18);
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.9em;
  }

  code {
    padding: 1px 4px;
  }

  pre {
    padding: 8px 10px;
    unicode-bidi: normal;
    text-align: left;
    direction: ltr;
  }

  pre code {
    padding: 0;
    background: none;
    font-size: inherit;
  }

  pre,
  .as-is {
    white-space: pre-wrap;
  }

  blockquote {
    padding-inline-start: 10px;
    border-inline-start: 3px solid currentColor;
    unicode-bidi: normal;
  }

  @media (forced-colors: active) {
    code,
    pre {
      border: 1px solid CanvasText;
    }

    pre code {
      border: 0;
    }
  }
`;
