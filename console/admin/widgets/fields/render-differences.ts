import { html, type TemplateResult } from 'lit';
import { memberName, memberText } from '../state/member-names.js';
import type { Difference } from '../state/widget-differences.js';

/** Renders changes, member by member: "Rating  Off → Stars". */
export const renderDifferences = (
  list: readonly Difference[],
  names = { before: 'Before', after: 'After' },
): TemplateResult =>
  html`<ul class="rows changes">
    ${list.map(
      ({ pointer, before, after }) =>
        html`<li class="row">
          <span class="member">${memberName(pointer)}</span>
          <span class="values">
            <span class="visually-hidden">${names.before}:</span>
            <bdi class="before">${memberText(before, pointer)}</bdi>
            <span aria-hidden="true">→</span>
            <span class="visually-hidden">${names.after}:</span>
            <bdi>${memberText(after, pointer)}</bdi>
          </span>
        </li>`,
    )}
  </ul>`;
