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

/** The frames that a customer's client sends: one schema per frame type. */
export const customerFrameSchemas = {
  /**
   * Starts a chat. The same `clientToken` gives the same contact, so a client that missed the answer can
   * repeat it safely.
   */
  start: frameSchema('start', {
    version: Type.Optional(VersionSchema),
    /**
     * At least 128 random bits from the client. They are a secret: anyone who knows them can open this chat.
     */
    clientToken: Type.String({ minLength: 32, maxLength: 128 }),
    /** The website's JSON Web Token, if the widget requires one. */
    token: Type.Optional(Type.String()),
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: limits.displayNameCharacters })),
    attributes: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** The customer's first message. It is stored together with the chat, before the flow's messages. */
    message: Type.Optional(Type.Object(messageMembers, closed)),
    page: Type.Optional(page),
    /**
     * An offline message. The contact waits in the widget's queue without a time limit, and its flow doesn't
     * run. The attribute `email` is the address for the answer.
     */
    leftMessage: Type.Optional(Type.String()),
    language: Type.Optional(Type.String({ minLength: 2, maxLength: 35 })),
    /** Minutes after which the chat ends (StartChatContact's bounds). */
    chatDurationInMinutes: Type.Optional(
      Type.Integer({ minimum: limits.chatMinutesLeast, maximum: limits.chatMinutesMost }),
    ),
    supportedMessagingContentTypes: Type.Optional(
      Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 }),
    ),
  }),
  /** Resumes a chat: every item after number `after` follows once, in order. */
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

/** The frames that the service sends to a customer. */
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
  /** Opens the contact as this participant, and nothing else. Store it like a password. */
  participantToken: string;
  displayName: string;
  epoch?: string;
  /**
   * Set if long messages are allowed (`limits.longMessageBytes`), as the widget was configured when the chat
   * started.
   */
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
  /** As in `started`. */
  longMessages?: true;
}
/** The widget's configuration was changed; this is the new one. */
export interface ConfigurationFrame {
  type: 'configuration';
  configuration: WidgetConfiguration;
}
/**
 * The customer's position in the queue, and how long they will probably wait, if that is known: 1 is the next to be offered to an agent, of `size` contacts. 0 of 0
 * once the customer no longer waits. Not sent if the widget's feature `queuePosition` is off, nor for offline
 * messages.
 */
export interface QueueFrame {
  type: 'queue';
  position: number;
  size: number;
  waitMinutes?: number;
}
