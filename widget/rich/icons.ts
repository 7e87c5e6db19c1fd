import { svg } from 'lit';

/** Stands beside what was chosen. */
export const checkIcon = svg`<svg class="check" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="m5 12.500 4.500 4.500L19 7.500" /></svg>`;
