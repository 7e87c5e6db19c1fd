import * as clientLimits from './client-limits.js';

/**
 * Every limit of the service. `docs/reference/limits.md` names the error code of each; the service never cuts or drops
 * anything silently. Characters are UTF-16 code units, as in `maxlength` of HTML and in `String.length`.
 */
export const limits = {
  ...clientLimits,
  /** Characters of the JSON that answers an interactive message (Participant Service, SendMessage). */
  interactiveResponseCharacters: 12_288,
  /** Characters of a canned reply, and how many there may be: shared ones, and those of one account. */
  cannedReplyCharacters: 4_000,
  cannedReplies: 500,
  /** Seconds that after-contact work may take (`wrapUp` of a queue). */
  wrapUpSeconds: 3_600,
  /** Dispositions and tags of a queue, tags of a contact, and characters of each. */
  outcomes: 50,
  outcomeCharacters: 100,
  /** Seconds of a queue's target (`serviceLevelSeconds`), and the contacts that it may let wait (`maxContacts`). */
  serviceLevelSeconds: 86_400,
  contactsInQueue: 100_000,
  /** Entries of the audit log, and the days for which it keeps them. */
  auditEntries: 5_000,
  auditDays: 365,
  /** The most days for which ended contacts can be kept before they are erased. */
  retentionDays: 3_650,
  /** Reasons why agents can be away. */
  statusReasons: 50,
  /** Holidays of a queue's opening hours. */
  holidays: 200,
  /** The bounds of a queue's idle times, in minutes (Amazon Connect's chat timers). */
  idleMinutesLeast: 2,
  idleMinutesMost: 480,
  /** Characters of a search, and contacts that are counted for one. */
  searchCharacters: 500,
  countedContacts: 10_000,
  /** Characters of a private note. */
  noteCharacters: 4_096,
  /**
   * Bytes of a frame that the service parses; it answers a larger one with `FRAME_TOO_LARGE`. The largest message fits,
   * although JSON may escape one of its bytes as six.
   */
  frameBytes: 128 * 1024,
  /** Bytes of a frame that the service receives; it closes the socket of a larger one with 1009 (RFC 6455 §7.4.1). */
  frameBytesReceived: 2 * 1024 * 1024,
  /** Bytes that may wait for a slow reader before it gets no live items, and before its socket is closed with 4002. */
  readerBytes: 1024 * 1024,
  readerBytesMost: 8 * 1024 * 1024,
  /** Frames that a socket may send at once, and per second; then the service answers `RATE_LIMITED`. */
  frameBurst: 400,
  framesPerSecond: 200,
  /** Invalid frames in a row after which the service closes the socket for good. */
  faultyFrames: 50,
  /** Contact attributes, and the bytes of all names and values together (StartChatContact's quota). */
  attributes: 200,
  attributesBytes: 32_768,
  /** Bytes of a signed token (Amazon Connect's limit). */
  tokenBytes: 6144,
  /** Seconds between `iat` and `exp` of a signed token, and characters of its claim `customerId`. */
  tokenSeconds: 600,
  customerIdCharacters: 256,
  /** Chats that one agent may have at once. An administrator sets the number of each account up to this. */
  chatsAtOnce: 50,
  /** The fewest characters of a staff password (NIST SP 800-63B §5.1.1.1). */
  passwordCharacters: 8,
  /** Security keys of a widget. With two, a website can replace one without an interruption. */
  securityKeys: 2,
  /** Websites on which a widget may be placed. */
  domains: 50,
  /** Pre-chat questions, and the options of one of them. */
  preChatFields: 10,
  preChatOptions: 50,
  /** Bytes of a request's headers, and of its body. */
  headersBytes: 16 * 1024,
  bodyBytes: 1024 * 1024,
  /** Nesting depth of a JSON body, and its members and elements in total. */
  bodyDepth: 64,
  bodyValues: 100_000,
  /** Attachments of one contact (Amazon Connect's quota for chats). */
  attachments: 35,
  /** Characters of an attachment's name (Amazon Connect's limit). */
  attachmentNameCharacters: 256,
  /** Minutes that one upload may take. */
  uploadMinutes: 10,
  /** Minutes after which the service deletes an attachment that was uploaded but not posted. */
  unsaidMinutes: 60,
  /**
   * What one client address, or one widget, may use. `service/limits/limit-settings.ts` names the setting of each. Many
   * people share the address of an office or a mobile network, so these limits are far above the use of one person.
   */
  socketsPerAddress: 1_000,
  /** Requests whose body has not arrived yet. */
  bodiesPerAddress: 200,
  /** Seconds within which the headers and the body of a request must arrive. An upload has `uploadMinutes`. */
  headersSeconds: 20,
  bodySeconds: 30,
  /** Per minute. */
  startsPerAddress: 120,
  startsPerWidget: 6_000,
  /** Open at the same time. */
  chatsPerAddress: 500,
  chatsPerWidget: 20_000,
  /** MiB in `uploadPeriodMinutes`. */
  uploadMiBPerAddress: 1_000,
  uploadMiBPerParticipant: 200,
  uploadPeriodMinutes: 10,
  /** Per minute. Above it, the service delays each refusal by `refusedTokenDelay` milliseconds. */
  refusedTokensPerAddress: 100,
  refusedTokenDelay: 5_000,
  /** Seconds within which a socket must send `start`, `resume` or `hello`. */
  startSeconds: 30,
  /** Milliseconds of silence after which the service pings a socket, and after which it closes it. */
  pingInterval: 20_000,
  silence: 45_000,
  /** Milliseconds for which an offer rings before the next agent gets it. */
  ring: 20_000,
  /** Milliseconds before an agent who declined a contact is asked again, if no other agent can take it. */
  declined: 60_000,
  /** Milliseconds without a connection after which a customer counts as gone. */
  customerGone: 120_000,
  /** Milliseconds without an open console after which an agent's chats return to their queues. */
  agentGone: 60_000,
  /** Minutes after which a chat ends by itself: 25 hours, as `chatDurationInMinutes` of StartChatContact. */
  chatMinutes: 1500,
  /** The bounds of `chatDurationInMinutes`. */
  chatMinutesLeast: 60,
  chatMinutesMost: 10_080,
  /** Minutes after which a chat ends if the customer left it before an agent joined, and without a message. */
  silentMinutes: 60,
} as const;
