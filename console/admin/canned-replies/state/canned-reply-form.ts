import type { CannedReply } from '../../../../shared/canned-reply.js';
import { inWords } from '../../../../shared/in-words.js';
import { limits } from '../../../../shared/limits.js';
import type { FieldErrors } from '../../../forms/form-state.js';
import type { ServiceRefusal } from '../../../request/service-request.js';

/** A canned reply as it is typed. */
export interface CannedReplyForm {
  shortcut: string;
  folder: string;
  text: string;
  /** Who has it: `all` or `own`. */
  isShared: 'all' | 'own';
}

export const shortcutRule = 'Letters, digits, hyphens and underscores, without spaces.';
const shortcutForm = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,49}$/u;

/** The form of a reply that is there, or of a new one. */
export const toForm = (reply?: CannedReply): CannedReplyForm => ({
  shortcut: reply?.shortcut ?? '',
  folder: reply?.folder ?? '',
  text: reply?.text ?? '',
  isShared: reply && !reply.isShared ? 'own' : 'all',
});

/** What can be said before asking the service. */
export function checkForm({ shortcut, text, folder }: CannedReplyForm): FieldErrors<keyof CannedReplyForm> {
  const most = limits.cannedReplyCharacters;
  return {
    ...(!shortcutForm.test(toShortcut(shortcut)) && { shortcut: shortcutRule }),
    ...(text.trim() === '' && { text: 'Enter what is inserted.' }),
    ...(text.length > most && { text: `A reply can have ${inWords(most)} characters.` }),
    ...(folder.length > 100 && { folder: 'A folder can have 100 characters.' }),
  };
}

/** What creates the reply, or replaces it. */
export const toBody = ({ shortcut, folder, text, isShared }: CannedReplyForm) => ({
  shortcut: toShortcut(shortcut),
  folder: folder.trim(),
  text,
  isShared: isShared === 'all',
});

/** The slash is what agents type before it, so some type it here, too. */
const toShortcut = (typed: string): string => typed.trim().replace(/^\//, '');

/** The field that a refusal is about, if it is one of the form's. */
export const toField = ({
  pointer = '',
}: Pick<ServiceRefusal, 'pointer'>): keyof CannedReplyForm | undefined =>
  (Object.keys(toForm()) as (keyof CannedReplyForm)[]).find((field) => pointer === `/${field}`);
