import { html, type TemplateResult } from 'lit';

/** A page that can't be shown, and why. */
export interface Unreachable {
  heading: string;
  /** What went wrong, in a sentence. */
  problem: string;
  onRetry: () => void;
}

/** Renders what stands in place of a page while the service can't be asked; styles are in `alone.styles.ts`. */
export const renderUnreachable = ({ heading, problem, onRetry }: Unreachable): TemplateResult =>
  html`<main class="alone">
    <h1>${heading}</h1>
    <p role="alert">${problem}</p>
    <button class="primary" @click=${onRetry}>Try again</button>
  </main>`;
