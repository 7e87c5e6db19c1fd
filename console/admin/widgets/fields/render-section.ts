import { html, nothing, type TemplateResult } from 'lit';

/** A collapsible section of a page. */
export interface Section {
  heading: string;
  /** A summary of the settings inside, readable while the section is collapsed. */
  summary: string;
  /** Whether a setting inside keeps the widget from being saved. */
  hasProblem?: boolean;
  content: unknown;
}

/** Renders a collapsed section. Its styles are in `section.styles.ts`. */
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
