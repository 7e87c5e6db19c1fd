import type { Attachments } from '../attachments/attachments.js';
import type { Clock } from '../clock.js';
import { absoluteTime } from '../contact/absolute-time.js';
import type { Commander } from '../contact/contact-inbox.js';
import type { Outcome } from '../contact/decide-round.js';
import { speakerOf, type Marks } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { SendCommand } from '../contact/commands/send.js';
import type { ContactCommand } from '../contact/decide.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf } from '../contact/roles.js';
import { itemId } from '../contact/to-item.js';
import { ServiceError } from '../errors.js';
import type { StoredMessage } from './participant-view.js';
import type { Who } from './who.js';

export interface ParticipantActsOptions {
  contacts: Contacts;
  attachments: Pick<Attachments, 'post'>;
  clock: Pick<Clock, 'now'>;
  /** The agent, if they can take one more contact now. */
  takerOf: (agentId: string) => { displayName: string } | undefined;
}

/** A message to be sent. */
export interface NewMessage {
  clientToken: string;
  contentType: string;
  content: string;
}

/** An uploaded file to be posted. */
export interface NewAttachment {
  clientToken: string;
  attachmentId: string;
}

/** A private note as its author writes it. */
export interface NewNote {
  clientToken: string;
  content: string;
}

/** A transfer as an agent asks for it. */
export interface NewTransfer {
  to: { queueId: string } | { agentId: string };
  /** Empty for none. */
  note: string;
}

/** An entry that a participant sent. */
export type SentEntry = Extract<Entry, { kind: 'message' | 'attachment' | 'note' }>;

/**
 * What a participant may do in a contact, for every role and every protocol. The role's rights decide what is
 * refused. Each call resolves once its effect is durable, and rejects with a {@link ServiceError} if it is
 * refused.
 */
export interface ParticipantActs {
  /** A repeated client token gives the first result again. */
  send(who: Who, message: NewMessage): Promise<Outcome>;
  /** The same without a promise, for frequent messages. */
  post(who: Who, message: NewMessage, commander: Commander<SendCommand>): void;
  /** Posts a file that this participant uploaded in this contact. */
  attach(who: Who, attachment: NewAttachment): Promise<Outcome>;
  /** Stores a private note. The same client token again gives what it gave. */
  note(who: Who, note: NewNote): Promise<Outcome>;
  /** Hands the contact over to a queue, or to an agent who can take it now. */
  transfer(who: Who, transfer: NewTransfer): Promise<void>;
  /** Tells the others that the participant is typing. Never stored. */
  typing(who: Who): Promise<void>;
  /** Marks everything up to these numbers as delivered and as read. */
  mark(who: Who, marks: Marks): Promise<void>;
  /** Ends the contact for everybody. */
  end(who: Who): Promise<void>;
  /** Leaves the contact, which goes on without the participant. A customer who leaves ends it. */
  leave(who: Who): Promise<void>;
  /** The stored message or attachment, for edges that answer each request separately. */
  stored(who: Who, outcome: Outcome): Promise<StoredMessage>;
  /** The entry that a participant sent under a number; undefined for any other entry. */
  read(who: Who, seq: number): Promise<SentEntry | undefined>;
}

export function createParticipantActs({
  contacts,
  attachments,
  clock,
  takerOf,
}: ParticipantActsOptions): ParticipantActs {
  const run = async (contactId: string, command: ContactCommand): Promise<void> => {
    await contacts.run(contactId, command);
  };

  const sendCommand = (
    { participantId }: Who,
    { clientToken, contentType, content }: NewMessage,
  ): SendCommand => ({ type: 'send', now: clock.now(), participantId, clientToken, contentType, content });

  const acts: ParticipantActs = {
    send: (who, message) => contacts.run(who.contactId, sendCommand(who, message)),
    post: (who, message, commander) => contacts.post(who.contactId, sendCommand(who, message), commander),
    attach: ({ contactId, participantId }, { clientToken, attachmentId }) =>
      attachments.post({ contactId, participantId, attachmentId }, (file) =>
        contacts.run(contactId, { type: 'attach', now: clock.now(), participantId, clientToken, file }),
      ),
    note: ({ contactId, participantId }, { clientToken, content }) =>
      contacts.run(contactId, { type: 'note', now: clock.now(), participantId, clientToken, content }),
    async transfer({ contactId, participantId }, { to, note }) {
      const target = 'queueId' in to ? to : withName(to.agentId, takerOf(to.agentId));
      await run(contactId, { type: 'transfer', now: clock.now(), participantId, to: target, note });
    },
    async typing({ contactId, participantId }) {
      const state = await contacts.state(contactId);
      const participant = state?.status === 'ACTIVE' ? state.participants[participantId] : undefined;
      if (!participant?.present) return;
      const { maySpeak, isVisible } = rightsOf(participant);
      if (maySpeak && isVisible) contacts.typing(contactId, speakerOf(participant));
    },
    mark: ({ contactId, participantId }, { delivered, read }) =>
      run(contactId, { type: 'mark', now: clock.now(), participantId, delivered, read }),
    end: ({ contactId, participantId }) => run(contactId, { type: 'end', now: clock.now(), participantId }),
    leave: ({ contactId, participantId }) =>
      run(contactId, { type: 'leave', now: clock.now(), participantId }),
    async stored(who, { entries, repeats }) {
      const sent = entries.find(isSent) ?? (await acts.read(who, repeats ?? 0));
      if (!sent) throw new ServiceError('INTERNAL_ERROR');
      return toStored(who.contactId, sent);
    },
    async read({ contactId }, seq) {
      const [entry] = await contacts.log.read(contactId, seq - 1, 1);
      return entry && isSent(entry) ? entry : undefined;
    },
  };
  return acts;
}

export const isSent = (entry: Entry): entry is SentEntry =>
  entry.kind === 'message' || entry.kind === 'attachment' || entry.kind === 'note';

function withName(agentId: string, taker: { displayName: string } | undefined) {
  if (!taker) throw new ServiceError('TRANSFER_TARGET_UNAVAILABLE');
  return { agentId, displayName: taker.displayName };
}

/** A participant's own entry, as its sender gets it confirmed. */
export const toStored = (contactId: string, { clientToken, seq, at }: SentEntry): StoredMessage => ({
  // Only entries of the service have no client token.
  clientToken: clientToken!,
  seq,
  id: itemId(contactId, seq),
  absoluteTime: absoluteTime(at),
});
