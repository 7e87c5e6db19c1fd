import { html, type TemplateResult } from 'lit';

/** A page that could not be loaded, and why. */
export interface Unreachable {
  heading: string;
  /** What went wrong, in a sentence. */
  problem: string;
  onRetry: () => void;
}

/** Renders an error page for a service that can't be reached. Its styles are in `alone.styles.ts`. */
export const renderUnreachable = ({ heading, problem, onRetry }: Unreachable): TemplateResult =>
  html`<main class="alone">
    <h1>${heading}</h1>
    <p role="alert">${problem}</p>
    <button class="primary" @click=${onRetry}>Try again</button>
  </main>`;
