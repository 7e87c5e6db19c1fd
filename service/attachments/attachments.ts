import { limits } from '../../shared/limits.js';
import type { Clock } from '../clock.js';
import { refuseSpeaker } from '../contact/commands/refuse-speaker.js';
import type { Outcome } from '../contact/decide-round.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactState } from '../contact/contact-state.js';
import type { PostedFile } from '../contact/entry.js';
import { ServiceError } from '../errors.js';
import type { Attachment, AttachmentStore } from '../backend/attachments.js';
import type { Claims } from '../backend/claims.js';
import { fileKindOf, type FileKind } from './media-type.js';
import { UploadAges } from './upload-ages.js';

/** A file that a participant uploads. */
export interface Upload {
  contactId: string;
  participantId: string;
  name: string;
  /** The file's bytes, as they arrive. */
  content: AsyncIterable<Uint8Array>;
}

/** Names a file that a participant uploaded. */
export interface Claim {
  contactId: string;
  participantId: string;
  attachmentId: string;
}

/** How the service treats documents with macros: it accepts them, accepts and marks them, or refuses them. */
export type MacroRule = (typeof macroRules)[number];
export const macroRules = ['allow', 'mark', 'refuse'] as const;

export interface AttachmentsOptions {
  /** Default: `mark`. */
  macros?: MacroRule;
  store: AttachmentStore;
  claims: Claims;
  contacts: Contacts;
  clock: Clock;
}

/** The files of contacts. A participant uploads a file first, then posts it to the chat. */
export interface Attachments {
  /**
   * Stores a file; resolves once it is durable. Rejects with CONTACT_NOT_FOUND, CONTACT_ENDED,
   * TOO_MANY_UPLOADS, ATTACHMENT_LIMIT_REACHED, ATTACHMENT_TOO_LARGE, ATTACHMENT_EMPTY,
   * ATTACHMENT_TYPE_REFUSED, or with the error that interrupted the upload. A refused upload leaves nothing
   * behind.
   */
  upload(upload: Upload): Promise<Attachment>;
  /**
   * Posts an uploaded file; `run` appends it to the log. Rejects with ATTACHMENT_NOT_FOUND if the file isn't
   * the participant's.
   */
  post(claim: Claim, run: (file: PostedFile) => Promise<Outcome>): Promise<Outcome>;
  /** The file, if it was posted in this contact or the participant uploaded it; otherwise null. */
  find(state: ContactState, attachmentId: string, participantId: string | null): Promise<Attachment | null>;
  read: AttachmentStore['read'];
  /** Removes uploads that were not posted in time. */
  sweep(): Promise<void>;
}

export function createAttachments(options: AttachmentsOptions): Attachments {
  const { store, claims, contacts, clock } = options;
  const ages = new UploadAges(clock);

  /** Stores the file, within the limits of concurrent uploads and of files per contact. */
  async function receiveInTurn(upload: Upload): Promise<Attachment> {
    const { contactId, participantId } = upload;
    const own = await claims.take(`uploads ${contactId} ${participantId}`, limits.uploads);
    if (!own) throw new ServiceError('TOO_MANY_UPLOADS');
    const all = (await claims.take(`uploads ${contactId}`, Infinity))!;
    try {
      if ((await store.count(contactId)) + all.count > limits.attachments)
        throw new ServiceError('ATTACHMENT_LIMIT_REACHED');
      return await receive(options, upload);
    } finally {
      own.release();
      all.release();
    }
  }

  async function removeOrSettle({ contactId, attachmentId }: Attachment): Promise<void> {
    // The log decides: a process may have ended after it appended the attachment.
    const isPosted = (await contacts.state(contactId))?.attachmentIds.includes(attachmentId);
    await (isPosted ? store.settle(contactId, attachmentId) : store.remove(contactId, attachmentId));
  }

  return {
    async upload(upload) {
      const { contactId, participantId } = upload;
      const state = await contacts.state(contactId);
      if (!state) throw new ServiceError('CONTACT_NOT_FOUND');
      const refusal = refuseSpeaker(state, participantId);
      if (refusal) throw new ServiceError(refusal.refused);
      const attachment = await receiveInTurn(upload);
      ages.begin(attachment.attachmentId);
      return attachment;
    },

    async post({ contactId, participantId, attachmentId }, run) {
      const missing = new ServiceError('ATTACHMENT_NOT_FOUND', { pointer: '/attachmentId' });
      const sending = (await claims.take(sendingOf(attachmentId), Infinity))!;
      try {
        if ((await claims.count(removingOf(attachmentId))) > 0) throw missing;
        const found = await store.find(contactId, attachmentId);
        if (found?.participantId !== participantId) throw missing;
        const outcome = await run(found);
        // If the store can't mark it as posted now, a sweep will.
        if (outcome.state.attachmentIds.includes(attachmentId))
          await store.settle(contactId, attachmentId).catch(() => undefined);
        return outcome;
      } finally {
        sending.release();
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
      const old = found.filter((each) => ages.ageOf(each) >= limits.unsaidMinutes * 60_000);
      ages.keepOnly(found);
      for (const attachment of old) {
        const { attachmentId } = attachment;
        const removing = await claims.take(removingOf(attachmentId), 1);
        try {
          const isFree = removing && (await claims.count(sendingOf(attachmentId))) === 0;
          if (isFree) await removeOrSettle(attachment);
        } finally {
          removing?.release();
        }
      }
    },
  };
}

/**
 * A file is either being posted or being removed: each side claims its own key, then checks whether the other
 * is claimed.
 */
const sendingOf = (attachmentId: string): string => `sending ${attachmentId}`;
const removingOf = (attachmentId: string): string => `removing ${attachmentId}`;

/**
 * Enforces the size limit while bytes arrive and detects the type from the written file, so memory never
 * holds the file.
 */
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

/** The attachment's macro mark. Throws ATTACHMENT_TYPE_REFUSED if documents with macros are refused. */
function markOf({ hasMacros }: FileKind, macros: MacroRule): { hasMacros?: true } {
  if (!hasMacros || macros === 'allow') return {};
  if (macros === 'mark') return { hasMacros: true };
  throw new ServiceError('ATTACHMENT_TYPE_REFUSED', { message: 'Documents with macros are not accepted.' });
}
