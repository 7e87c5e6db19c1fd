import type { Contacts } from '../contact/contacts.js';
import type { Entry, Speaker } from '../contact/entry.js';
import { itemId } from '../contact/to-item.js';
import { itemJson } from './item-json.js';
import type { SocketLink } from './socket-link.js';

export interface ContactViewOptions {
  contacts: Contacts;
  link: SocketLink<{ type: string }>;
  clock: () => number;
  contactId: string;
  /** Whose view this is. */
  participantId: string;
  /** Everything after this number is shown. */
  after: number;
  /** Whether frames name the contact: an agent's socket shows several. */
  isNamed: boolean;
  caughtUp?: () => void;
}

/** One participant's view of one contact on one socket: shows what happens, says and marks on the participant's behalf. */
export interface ContactView {
  say(message: { clientToken: string; contentType: string; content: string }): void;
  typing(): void;
  mark(marks: { delivered?: number; read?: number }): void;
  end(): void;
  close(): void;
}

/** Milliseconds for which marks are gathered before one entry is written. */
const marksGathered = 300;

export function createContactView(options: ContactViewOptions): ContactView {
  const { contacts, link, clock, contactId, participantId, isNamed } = options;
  const name = isNamed ? { contactId } : {};
  const namePrefix = isNamed ? `,"contactId":${JSON.stringify(contactId)}` : '';
  /** Client tokens that this socket sent: they are answered with `ack` where the others see the item. */
  const sending = new Set<string>();
  let cursor = options.after;
  let gathered: { delivered: number; read: number } | null = null;

  const stop = contacts.follow(contactId, options.after, {
    entries: (entries) => entries.forEach(show),
    caughtUp: () => options.caughtUp?.(),
    busy: () => link.busy(),
    typing(who) {
      if (who.participantId === participantId) return;
      const { role: participantRole, displayName } = who;
      link.send({ type: 'typing', ...name, participantId: who.participantId, participantRole, displayName });
    },
    failed(error) {
      link.refuse(error, name);
      link.close('SERVICE_RESTARTING');
    },
  });

  function show(entry: Entry): void {
    cursor = entry.seq;
    if (entry.kind === 'marked') return showMarks(entry);
    if (
      entry.kind === 'message' &&
      entry.clientToken !== null &&
      isOwn(entry.who) &&
      sending.delete(entry.clientToken)
    ) {
      return acknowledge(entry.clientToken, entry);
    }
    const json = itemJson(contactId, entry);
    if (json !== null) link.sendText(`{"type":"item"${namePrefix},${json}}`);
    if (entry.kind === 'chat.ended') stop();
  }

  function showMarks({ participantId: whose, delivered, read }: Extract<Entry, { kind: 'marked' }>): void {
    link.send({ type: 'receipt', ...name, participantId: whose, delivered, read });
  }

  function acknowledge(clientToken: string, { seq, at }: Entry): void {
    const absoluteTime = new Date(at).toISOString();
    link.send({ type: 'ack', ...name, clientToken, seq, id: itemId(contactId, seq), absoluteTime });
  }

  /** What was sent before: its item may have been shown long ago, or be on its way to this socket. */
  async function acknowledgeAgain(clientToken: string, seq: number): Promise<void> {
    const [entry] = await contacts.log.read(contactId, seq - 1, 1);
    if (entry && seq <= cursor && sending.delete(clientToken)) acknowledge(clientToken, entry);
  }

  const isOwn = (who: Speaker): boolean => who.participantId === participantId;

  function flushMarks(): void {
    if (!gathered) return;
    const marks = gathered;
    gathered = null;
    contacts
      .run(contactId, { type: 'mark', now: clock(), participantId, ...marks })
      .catch((error: unknown) => {
        link.refuse(error, name);
      });
  }

  return {
    say({ clientToken, contentType, content }) {
      sending.add(clientToken);
      contacts
        .run(contactId, { type: 'send', now: clock(), participantId, clientToken, contentType, content })
        .then(({ repeats }) => (repeats === null ? undefined : acknowledgeAgain(clientToken, repeats)))
        .catch((error: unknown) => {
          sending.delete(clientToken);
          link.refuse(error, { ...name, clientToken });
        });
    },
    typing() {
      void contacts.state(contactId).then((state) => {
        const who = state?.status === 'ACTIVE' ? state.participants[participantId] : undefined;
        if (who?.present) contacts.typing(contactId, who);
      }, link.refuse);
    },
    mark({ delivered = 0, read = 0 }) {
      if (!gathered) setTimeout(flushMarks, marksGathered).unref();
      gathered = {
        delivered: Math.max(gathered?.delivered ?? 0, delivered),
        read: Math.max(gathered?.read ?? 0, read),
      };
    },
    end() {
      contacts.run(contactId, { type: 'end', now: clock(), participantId }).catch((error: unknown) => {
        link.refuse(error, name);
      });
    },
    close() {
      stop();
      flushMarks();
    },
  };
}
