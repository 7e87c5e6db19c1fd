/** Replaces the editor around one of its elements: passes every change of the draft down. */
import { withMember } from '../../../console/admin/widgets/state/widget-differences.js';
import type { DraftEvent } from '../../../console/admin/widgets/fields/draft-event.js';
import type { Widget } from '../../../shared/widget-config.js';
import { deepAll } from './press.js';

export function ownDraft<E extends HTMLElement & { draft: Widget; updateComplete: Promise<boolean> }>(
  element: E,
): E {
  element.addEventListener('connect-chat-draft', ({ pointer, value }: DraftEvent) => {
    element.draft = withMember(element.draft, pointer, value);
  });
  return element;
}

/** Opens all collapsed sections. */
export function unfold(root: Element): void {
  for (const section of deepAll<HTMLDetailsElement>(root, 'details')) section.open = true;
}
