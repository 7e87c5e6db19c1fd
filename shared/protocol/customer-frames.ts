import { Type, type Static } from 'typebox';
import { limits } from '../limits.js';
import type { TranscriptItem } from '../transcript-item.js';
import type { WidgetConfiguration } from '../widget-config.js';
import type { ErrorCode } from './codes.js';
import {
  AttachmentFieldsSchema,
  DeliveredFrameSchema,
  EpochSchema,
  MessageFieldsSchema,
  PingFrameSchema,
  PongFrameSchema,
  ReadFrameSchema,
} from './common-frames.js';

/** Starts a chat. The same `clientToken` again gives the same contact, so a lost answer never starts a second one. */
export const StartFrameSchema = Type.Object(
  {
    type: Type.Literal('start'),
    /** At least 128 random bits made by the client; whoever knows it may ask again for this chat. */
    clientToken: Type.String({ minLength: 32, maxLength: 128 }),
    /** The website's JSON Web Token, where the widget requires one. */
    token: Type.Optional(Type.String()),
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    attributes: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** The customer's first message: it is in the log as soon as the chat is, before anything that the flow says. */
    message: Type.Optional(Type.Object(MessageFieldsSchema, { additionalProperties: false })),
    page: Type.Optional(
      Type.Object(
        {
          url: Type.String({ maxLength: 2048 }),
          title: Type.String({ maxLength: 512 }),
          referrer: Type.String({ maxLength: 2048 }),
        },
        { additionalProperties: false },
      ),
    ),
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
  },
  { additionalProperties: false },
);
/** Continues a chat: everything after number `after` follows, each item once, in order. */
export const ResumeFrameSchema = Type.Object(
  {
    type: Type.Literal('resume'),
    participantToken: Type.String({ minLength: 1, maxLength: 256 }),
    after: Type.Integer({ minimum: 0 }),
    epoch: Type.Optional(EpochSchema),
  },
  { additionalProperties: false },
);
export const CustomerMessageFrameSchema = Type.Object(
  { type: Type.Literal('message'), ...MessageFieldsSchema },
  { additionalProperties: false },
);
/** Says what was uploaded; answered by `ack`, as a message is. */
export const CustomerAttachmentFrameSchema = Type.Object(
  { type: Type.Literal('attachment'), ...AttachmentFieldsSchema },
  { additionalProperties: false },
);
export const CustomerTypingFrameSchema = Type.Object(
  { type: Type.Literal('typing') },
  { additionalProperties: false },
);
export const CustomerEndFrameSchema = Type.Object(
  { type: Type.Literal('end') },
  { additionalProperties: false },
);

/** What a customer's socket may say: one schema a frame type. */
export const customerFrameSchemas = {
  start: StartFrameSchema,
  resume: ResumeFrameSchema,
  message: CustomerMessageFrameSchema,
  attachment: CustomerAttachmentFrameSchema,
  typing: CustomerTypingFrameSchema,
  delivered: DeliveredFrameSchema,
  read: ReadFrameSchema,
  end: CustomerEndFrameSchema,
  ping: PingFrameSchema,
  pong: PongFrameSchema,
} as const;
export type CustomerFrame = {
  [K in keyof typeof customerFrameSchemas]: Static<(typeof customerFrameSchemas)[K]>;
}[keyof typeof customerFrameSchemas];
export type StartFrame = Static<typeof StartFrameSchema>;

/** What a customer's socket hears. */
export type CustomerServiceFrame =
  | StartedFrame
  | ResumedFrame
  | ItemFrame
  | AckFrame
  | TypingFrame
  | ReceiptFrame
  | ConfigurationFrame
  | QueueFrame
  | ErrorFrame
  | { type: 'ping' }
  | { type: 'pong' };

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
/**
 * One transcript item; `clientToken` is its sender's, so that the sender's other sockets know it as theirs. `pictureUrl`
 * comes with the item by which an agent joins who has a picture: an `https:` address.
 */
export interface ItemFrame {
  type: 'item';
  item: TranscriptItem;
  clientToken?: string;
  pictureUrl?: string;
}
/** What this socket sent is durable. It stands where the item would stand: the sending socket hears no `item` for it. */
export interface AckFrame {
  type: 'ack';
  clientToken: string;
  seq: number;
  id: string;
  absoluteTime: string;
}
/** Somebody is writing; shown for a few seconds, never kept. */
export interface TypingFrame {
  type: 'typing';
  participantId: string;
  participantRole: string;
  displayName: string;
}
/** How far a participant has received and read: numbers of the log, never falling. */
export interface ReceiptFrame {
  type: 'receipt';
  participantId: string;
  delivered: number;
  read: number;
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
/**
 * A refusal. `clientToken` names the message it is about, `pointer` (RFC 6901) the member that is wrong, `retryAfter` the
 * seconds after which the same frame may be taken.
 */
export interface ErrorFrame {
  type: 'error';
  code: ErrorCode;
  message: string;
  clientToken?: string;
  pointer?: string;
  retryAfter?: number;
}
