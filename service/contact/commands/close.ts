import { contentTypes } from '../../../shared/content-types.js';
import { refuseContent } from '../contact-content.js';
import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { systemSpeaker } from '../move-flow.js';
import { withdrawOffer } from './end.js';

/** An administrator, who is not in the chat, ends it for everybody. Closing an ended contact does nothing. */
export interface CloseCommand {
  type: 'close';
  now: number;
  /** A message that everybody in the chat gets before the end; null for none. */
  message: string | null;
}

export function close(state: ContactState, { now: at, message }: CloseCommand): Decision {
  if (state.status === 'ENDED') return nothing;
  const said: NewEntry[] = [];
  if (message !== null) {
    const contentType = contentTypes.plain;
    const words = { role: 'SYSTEM', contentType, content: message } as const;
    const refusal = refuseContent(words, { contentTypes: [contentType], longMessages: false });
    if (refusal) return { ...refusal, pointer: '/message' };
    said.push({ at, kind: 'message', who: systemSpeaker, clientToken: null, contentType, content: message });
  }
  return {
    entries: [...withdrawOffer(state, at), ...said, { at, kind: 'chat.ended', by: null, reason: 'ADMIN' }],
  };
}
