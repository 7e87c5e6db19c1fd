import { html, type TemplateResult } from 'lit';

/** Renders a message of the service. Text in backticks becomes code. */
export const renderCode = (sentence: string): TemplateResult =>
  html`${sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
