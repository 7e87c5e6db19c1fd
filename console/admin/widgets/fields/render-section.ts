import { html, nothing, type TemplateResult } from 'lit';

/** A part of a page that is folded until somebody opens it. */
export interface Section {
  heading: string;
  /** The settings inside, in a few words: to be read while it is folded. */
  summary: string;
  /** Whether something inside keeps the widget from being saved. */
  hasProblem?: boolean;
  content: unknown;
}

/** Renders a folded section; styles are in `section.styles.ts`. */
export const renderSection = ({ heading, summary, hasProblem, content }: Section): TemplateResult =>
  html`<details class="card section">
    <summary>
      <h2>${heading}</h2>
      <span class="summary">
        ${hasProblem ? html`<span class="badge bad">Needs attention</span>` : nothing}
        <span class="muted">${summary}</span>
      </span>
    </summary>
    <div class="stack inside">${content}</div>
  </details>`;
