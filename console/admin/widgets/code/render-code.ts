import { html, type TemplateResult } from 'lit';

/** Renders a sentence of the service, with what stands in backticks as code. */
export const renderCode = (sentence: string): TemplateResult =>
  html`${sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
