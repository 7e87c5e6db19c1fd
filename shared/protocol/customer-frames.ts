import { Type } from 'typebox';
import { limits } from '../limits.js';
import type { WidgetConfiguration } from '../widget-config.js';
import { frameSchema, type FrameOf } from './frame-schema.js';
import {
  messageMembers,
  participantFrameSchemas,
  type ErrorFrame,
  type ParticipantServiceFrame,
} from './participant-frames.js';
import { EpochSchema, socketFrameSchemas, VersionSchema, type SocketFrame } from './socket-frames.js';

const closed = { additionalProperties: false };
const page = Type.Object(
  {
    url: Type.String({ maxLength: 2048 }),
    title: Type.String({ maxLength: 512 }),
    referrer: Type.String({ maxLength: 2048 }),
  },
  closed,
);

/** What a customer's socket may say: one schema a frame type. */
export const customerFrameSchemas = {
  /** Starts a chat. The same `clientToken` again gives the same contact, so a lost answer never starts a second one. */
  start: frameSchema('start', {
    version: Type.Optional(VersionSchema),
    /** At least 128 random bits made by the client; whoever knows it may ask again for this chat. */
    clientToken: Type.String({ minLength: 32, maxLength: 128 }),
    /** The website's JSON Web Token, where the widget requires one. */
    token: Type.Optional(Type.String()),
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: limits.displayNameCharacters })),
    attributes: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** The customer's first message: it is in the log as soon as the chat is, before anything that the flow says. */
    message: Type.Optional(Type.Object(messageMembers, closed)),
    page: Type.Optional(page),
    /**
     * What is left while nobody answers: the contact waits in the widget's queue, as long as it takes, without its
     * flow. Says where the answer goes by the attribute `email`.
     */
    leftMessage: Type.Optional(Type.String()),
    language: Type.Optional(Type.String({ minLength: 2, maxLength: 35 })),
    /** After which the chat ends by itself (StartChatContact's bounds). */
    chatDurationInMinutes: Type.Optional(
      Type.Integer({ minimum: limits.chatMinutesLeast, maximum: limits.chatMinutesMost }),
    ),
    supportedMessagingContentTypes: Type.Optional(
      Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 }),
    ),
  }),
  /** Continues a chat: everything after number `after` follows, each item once, in order. */
  resume: frameSchema('resume', {
    version: Type.Optional(VersionSchema),
    participantToken: Type.String({ minLength: 1, maxLength: 256 }),
    after: Type.Integer({ minimum: 0 }),
    epoch: Type.Optional(EpochSchema),
  }),
  ...participantFrameSchemas,
  ...socketFrameSchemas,
} as const;
export type CustomerFrame = FrameOf<typeof customerFrameSchemas>;
export type StartFrame = Extract<CustomerFrame, { type: 'start' }>;

/** What a customer's socket hears. */
export type CustomerServiceFrame =
  | StartedFrame
  | ResumedFrame
  | ParticipantServiceFrame
  | ConfigurationFrame
  | QueueFrame
  | ErrorFrame
  | SocketFrame;

/** Answers `start`; items follow from number 1. */
export interface StartedFrame {
  type: 'started';
  contactId: string;
  participantId: string;
  /** Opens this participant's view of this contact, and nothing else; keep it like a password. */
  participantToken: string;
  displayName: string;
  epoch?: string;
  /** Set where a message of this chat may be long (`limits.longMessageBytes`): as the widget allowed when it started. */
  longMessages?: true;
}
/** Answers `resume`; the items after the cursor follow. `lastSeq` is the log's last number at this moment. */
export interface ResumedFrame {
  type: 'resumed';
  contactId: string;
  participantId: string;
  displayName: string;
  lastSeq: number;
  epoch?: string;
  /** As `started` has it. */
  longMessages?: true;
}
/** The widget was changed: this is how it looks from now on. */
export interface ConfigurationFrame {
  type: 'configuration';
  configuration: WidgetConfiguration;
}
/**
 * Where the customer waits for an agent: 1 is the next to be offered to one, of `size` contacts. 0 of 0 once the customer
 * waits no longer. Not sent where the widget's feature `queuePosition` is off, nor for a message that was left.
 */
export interface QueueFrame {
  type: 'queue';
  position: number;
  size: number;
}
