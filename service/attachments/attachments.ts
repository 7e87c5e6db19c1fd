import { limits } from '../../shared/limits.js';
import type { Clock } from '../clock.js';
import type { Outcome } from '../contact/contact-inbox.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactState } from '../contact/contact-state.js';
import type { SaidFile } from '../contact/entry.js';
import { ServiceError } from '../errors.js';
import type { Attachment, AttachmentStore } from '../store/attachments.js';
import { fileKindOf, type FileKind } from './media-type.js';
import { UnsaidTimes } from './unsaid-times.js';
import { createUploadSlots } from './upload-slots.js';

/** A file that a participant sends. */
export interface Upload {
  contactId: string;
  participantId: string;
  name: string;
  /** Its bytes, as they come. */
  content: AsyncIterable<Uint8Array>;
}

/** Which file a participant means. */
export interface Claim {
  contactId: string;
  participantId: string;
  attachmentId: string;
}

/** What becomes of documents with macros: taken like any other, taken with a mark, or refused. */
export type MacroRule = (typeof macroRules)[number];
export const macroRules = ['allow', 'mark', 'refuse'] as const;

export interface AttachmentsOptions {
  /** `mark` where it is left out. */
  macros?: MacroRule;
  store: AttachmentStore;
  contacts: Contacts;
  clock: Clock;
}

/** Files of contacts: uploaded first, then said. */
export interface Attachments {
  /**
   * Takes a file; resolves once it is durable. Rejects with CONTACT_NOT_FOUND, CONTACT_ENDED, TOO_MANY_UPLOADS,
   * ATTACHMENT_LIMIT_REACHED, ATTACHMENT_TOO_LARGE, ATTACHMENT_EMPTY, ATTACHMENT_TYPE_REFUSED, or with the reason for
   * which its bytes stopped coming; of a file that was not taken nothing is left.
   */
  upload(upload: Upload): Promise<Attachment>;
  /** Says a file by `run`, which puts it to the log. Rejects with ATTACHMENT_NOT_FOUND where it is not the participant's. */
  say(claim: Claim, run: (file: SaidFile) => Promise<Outcome>): Promise<Outcome>;
  /** The file, if it was said in this contact or is the participant's own; null otherwise. */
  find(state: ContactState, attachmentId: string, participantId: string | null): Promise<Attachment | null>;
  read: AttachmentStore['read'];
  /** Removes what was uploaded too long ago, and never said. */
  sweep(): Promise<void>;
}

export function createAttachments(options: AttachmentsOptions): Attachments {
  const { store, contacts, clock } = options;
  const slots = createUploadSlots();
  /** Files that are about to be said, how often; and those about to be removed. Neither happens to the other. */
  const saying = new Map<string, number>();
  const removing = new Set<string>();
  const unsaid = new UnsaidTimes(clock);

  return {
    async upload(upload) {
      const { contactId, participantId } = upload;
      const state = await contacts.state(contactId);
      const participant = state?.participants[participantId];
      if (!participant) throw new ServiceError('CONTACT_NOT_FOUND');
      if (state.status === 'ENDED' || !participant.present) throw new ServiceError('CONTACT_ENDED');
      return slots.with(upload, async (underWay) => {
        if ((await store.count(contactId)) + underWay > limits.attachments)
          throw new ServiceError('ATTACHMENT_LIMIT_REACHED');
        const attachment = await receive(options, upload);
        unsaid.begin(attachment.attachmentId);
        return attachment;
      });
    },

    async say({ contactId, participantId, attachmentId }, run) {
      const missing = new ServiceError('ATTACHMENT_NOT_FOUND', { pointer: '/attachmentId' });
      if (removing.has(attachmentId)) throw missing;
      saying.set(attachmentId, (saying.get(attachmentId) ?? 0) + 1);
      try {
        const found = await store.find(contactId, attachmentId);
        if (found?.participantId !== participantId) throw missing;
        const outcome = await run(found);
        // Where the store can't note it now, a sweep will.
        if (outcome.state.attachmentIds.includes(attachmentId))
          await store.settle(contactId, attachmentId).catch(() => undefined);
        return outcome;
      } finally {
        const left = saying.get(attachmentId)! - 1;
        if (left > 0) saying.set(attachmentId, left);
        else saying.delete(attachmentId);
      }
    },

    async find({ contactId, attachmentIds }, attachmentId, participantId) {
      const found = await store.find(contactId, attachmentId);
      const isSeen = attachmentIds.includes(attachmentId) || found?.participantId === participantId;
      return isSeen ? found : null;
    },

    read: (contactId, attachmentId) => store.read(contactId, attachmentId),

    async sweep() {
      const found = await store.unsaid();
      const old = found.filter((each) => unsaid.ageOf(each) >= limits.unsaidMinutes * 60_000);
      unsaid.keepOnly(found);
      for (const { contactId, attachmentId } of old) {
        if (saying.has(attachmentId)) continue;
        removing.add(attachmentId);
        try {
          // The log knows better than the store: the process may have ended between the two.
          const isSaid = (await contacts.state(contactId))?.attachmentIds.includes(attachmentId);
          await (isSaid ? store.settle(contactId, attachmentId) : store.remove(contactId, attachmentId));
        } finally {
          removing.delete(attachmentId);
        }
      }
    },
  };
}

/** The bound is watched while bytes come, the kind is found out from what was written: memory holds neither. */
async function receive(
  { store, clock, macros = 'mark' }: AttachmentsOptions,
  { contactId, participantId, name, content }: Upload,
): Promise<Attachment> {
  const draft = await store.open(contactId);
  try {
    for await (const bytes of content) {
      if (draft.size + bytes.length > limits.attachmentBytes) throw new ServiceError('ATTACHMENT_TOO_LARGE');
      await draft.write(bytes);
    }
    if (draft.size === 0) throw new ServiceError('ATTACHMENT_EMPTY');
    const kind = await fileKindOf(draft);
    if (!kind) throw new ServiceError('ATTACHMENT_TYPE_REFUSED');
    const facts = { participantId, name, contentType: kind.contentType, uploadedAt: clock.now() };
    return await draft.keep({ ...facts, ...markOf(kind, macros) });
  } finally {
    await draft.discard();
  }
}

/** What an attachment says of its macros. Throws ATTACHMENT_TYPE_REFUSED where they are not taken. */
function markOf({ hasMacros }: FileKind, macros: MacroRule): { hasMacros?: true } {
  if (!hasMacros || macros === 'allow') return {};
  if (macros === 'mark') return { hasMacros: true };
  throw new ServiceError('ATTACHMENT_TYPE_REFUSED', { message: 'Documents with macros are not taken.' });
}
