// Why: what participants do and see is tested without sockets. Extend with other participants, and with what
// views record.
import { Value } from 'typebox/value';
import { createAttachments } from '../../service/attachments/attachments.js';
import { createMemoryAttachments } from '../../service/backend/memory/attachments.js';
import { createLocalClaims } from '../../service/backend/memory/claims.js';
import type { NewEntry } from '../../service/contact/entry.js';
import { createParticipantActs } from '../../service/participant/participant-acts.js';
import { ParticipantSession, type SessionServices } from '../../service/participant/participant-session.js';
import type { ParticipantView } from '../../service/participant/participant-view.js';

import type { ParticipantRole } from '../../shared/transcript-item.js';
import { WidgetSchema, type Widget } from '../../shared/widget-config.js';
import { createSimulatedRouting, profileOf } from './simulated-routing.js';

/** The recorded calls of a view. */
type Told = { [Call in keyof ParticipantView]?: unknown };

export interface RecordedView extends ParticipantView {
  readonly told: Told[];
  /** The recorded values of this call. */
  of<Value = unknown>(call: keyof ParticipantView): Value[];
}

export function recordedView(): RecordedView {
  const told: Told[] = [];
  const note = (call: keyof ParticipantView) => (value: unknown) => void told.push({ [call]: value });
  return {
    told,
    of: <Value>(call: keyof ParticipantView) =>
      told.filter((each) => call in each).map((each) => each[call] as Value),
    item: ({ item, clientToken }) => note('item')({ ...item, clientToken }),
    stored: note('stored'),
    receipt: note('receipt'),
    typing: note('typing'),
    queuePlace: note('queuePlace'),
    customerPresence: note('customerPresence'),
    survey: note('survey'),
    idle: note('idle'),
    wrapUp: note('wrapUp'),
    refused: (error, clientToken) => note('refused')({ error, clientToken }),
    failed: note('failed'),
    busy: () => null,
  };
}

/** A contact `k1` of customer `c1`, and sessions of its participants. */
export async function createParticipantWorld() {
  const routing = await createSimulatedRouting();
  const { clock, process, settle } = routing;
  const { contacts } = process;
  const attachments = createAttachments({
    store: createMemoryAttachments(),
    claims: createLocalClaims(),
    contacts,
    clock,
  });
  const acts = createParticipantActs({
    ...{ contacts, attachments, clock },
    takerOf: (agentId) => process.routing.transferTargets.agent(agentId),
  });
  const onError = (error: unknown): void => void routing.errors.push(error);
  const { customerConnections, queuePlaces } = process.routing;
  const widget = async () => Value.Default(WidgetSchema, { name: 'Shop' }) as Widget;
  const services: SessionServices = { contacts, acts, customerConnections, queuePlaces, widget, onError };
  await routing.start('k1');

  /** Appends entries that no command creates. */
  async function append(...entries: NewEntry[]): Promise<void> {
    const { lastSeq } = await routing.state('k1');
    await contacts.log.append('k1', lastSeq, entries);
    // The next command finds the entries of this other writer, and reads them.
    await acts.send({ contactId: 'k1', participantId: 'c1' }, text(`after ${lastSeq}`));
    await settle();
  }

  return {
    ...routing,
    contacts,
    attachments,
    acts,
    append,
    /** A participant joins without an offer. */
    join: (participantId: string, role: ParticipantRole) => {
      const who = { participantId, role, displayName: participantId };
      return append({
        at: clock.now(),
        kind: 'participant.joined',
        who,
        agentId: `account-${participantId}`,
      });
    },
    /** Agent `a1` accepts the contact. Returns the agent's participant. */
    async accept(): Promise<string> {
      process.presence.open(profileOf('a1'), 'AVAILABLE');
      await settle();
      await routing.accept('k1', 'a1');
      const { participants } = await routing.state('k1');
      return Object.values(participants).find(({ agentId }) => agentId === 'a1')!.participantId;
    },
    /** A connection of a participant. */
    async connect(
      participantId: string,
      role: ParticipantRole,
      change: Partial<ParticipantView> = {},
      after = 0,
    ) {
      const view = Object.assign(recordedView(), change);
      const who = { contactId: 'k1', participantId, role, widgetId: 'w1' };
      const session = new ParticipantSession(services, { who, after }, { view });
      await settle();
      return { session, view };
    },
  };
}

export const text = (content: string, clientToken = content) => ({
  clientToken,
  contentType: 'text/plain',
  content,
});
