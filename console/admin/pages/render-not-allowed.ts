import { html, type TemplateResult } from 'lit';

/** Renders the page for staff who are no administrators. */
export const renderNotAllowed = (onSignOut: () => void): TemplateResult =>
  html`<main class="alone">
    <h1>Administrators only</h1>
    <p>You don’t have permission to manage widgets. Ask an administrator for access.</p>
    <p class="actions">
      <a href="/agent/">Open the agent console</a>
      <button class="small" @click=${onSignOut}>Use another account</button>
    </p>
  </main>`;
