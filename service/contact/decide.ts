import { attach, type AttachCommand } from './commands/attach.js';
import {
  customerBack,
  customerGone,
  type CustomerBackCommand,
  type CustomerGoneCommand,
} from './commands/customer-presence.js';
import { close, type CloseCommand } from './commands/close.js';
import { end, type EndCommand } from './commands/end.js';
import { withIdleTimes } from './commands/idle.js';
import { leave, type LeaveCommand } from './commands/leave.js';
import { mark, type MarkCommand } from './commands/mark.js';
import { note, type NoteCommand } from './commands/note.js';
import {
  accept,
  decline,
  offer,
  type AcceptCommand,
  type DeclineCommand,
  type OfferCommand,
} from './commands/offer.js';
import { release, type ReleaseCommand } from './commands/release.js';
import { send, type SendCommand } from './commands/send.js';
import { start, type StartCommand } from './commands/start.js';
import { rate, type RateCommand } from './commands/rate.js';
import { transfer, type TransferCommand } from './commands/transfer.js';
import { wake, type WakeCommand } from './commands/wake.js';
import { withWrapUps, wrapUp, type WrapUpCommand } from './commands/wrap-up.js';
import type { ContactState } from './contact-state.js';
import type { Decision } from './decision.js';
import type { FlowWorld } from './move-flow.js';

/** Every command to a contact. Time and ids come in with it. */
export type ContactCommand =
  | StartCommand
  | SendCommand
  | AttachCommand
  | NoteCommand
  | MarkCommand
  | EndCommand
  | CloseCommand
  | LeaveCommand
  | ReleaseCommand
  | TransferCommand
  | CustomerGoneCommand
  | CustomerBackCommand
  | RateCommand
  | OfferCommand
  | AcceptCommand
  | DeclineCommand
  | WrapUpCommand
  | WakeCommand;

/** Whether this command needs the flows and queues. */
export const needsWorld = ({ type }: ContactCommand): boolean => worldly.has(type);

const worldly: ReadonlySet<ContactCommand['type']> = new Set([
  'start',
  'wake',
  'end',
  'close',
  'leave',
  'release',
  'transfer',
]);

/** The result of a command in this state. Pure: the same arguments give the same result. */
export const decide = (state: ContactState, command: ContactCommand, world: FlowWorld): Decision =>
  withWrapUps(state, withIdleTimes(decideAlone(state, command, world), world), world);

function decideAlone(state: ContactState, command: ContactCommand, world: FlowWorld): Decision {
  if (state.status === 'NEW' && command.type !== 'start') return { refused: 'CONTACT_NOT_FOUND' };
  switch (command.type) {
    case 'start':
      return start(state, command, world);
    case 'send':
      return send(state, command);
    case 'attach':
      return attach(state, command);
    case 'note':
      return note(state, command);
    case 'mark':
      return mark(state, command);
    case 'end':
      return end(state, command);
    case 'close':
      return close(state, command);
    case 'leave':
      return leave(state, command, world);
    case 'release':
      return release(state, command, world);
    case 'transfer':
      return transfer(state, command, world);
    case 'customer-gone':
      return customerGone(state, command);
    case 'customer-back':
      return customerBack(state, command);
    case 'rate':
      return rate(state, command);
    case 'offer':
      return offer(state, command);
    case 'accept':
      return accept(state, command);
    case 'decline':
      return decline(state, command);
    case 'wrap-up':
      return wrapUp(state, command);
    case 'wake':
      return wake(state, command, world);
  }
}
