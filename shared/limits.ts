/**
 * Every bound of the service in one place. Each has its stable error code; nothing beyond a bound is cut or dropped
 * silently. Characters are UTF-16 code units, as a browser's `maxlength` and `String.length` count them.
 */
export const limits = {
  /** Characters of one `text/plain` or `text/markdown` message (Amazon Connect's default quota). */
  messageCharacters: 1024,
  /** Bytes (UTF-8) of the same where the widget allows long messages (`features.longMessages`). */
  longMessageBytes: 16_384,
  /** Bytes of an interactive message's JSON (Amazon Connect's bound: less than 20 KB). */
  interactiveBytes: 20_000,
  /** Characters of the JSON that answers one (Participant Service, SendMessage). */
  interactiveResponseCharacters: 12_288,
  /**
   * Bytes of one frame that is looked into; a larger one is answered with `FRAME_TOO_LARGE`, unread. The largest message
   * has room in it, though JSON writes one byte of it as six.
   */
  frameBytes: 128 * 1024,
  /** Bytes of one frame that is received at all; the socket of a larger one is closed with 1009 (RFC 6455 §7.4.1). */
  frameBytesReceived: 2 * 1024 * 1024,
  /** Frames a socket may send at once, and a second, before it hears `RATE_LIMITED`. */
  frameBurst: 400,
  framesPerSecond: 200,
  /** Faulty frames in a row after which a socket is closed for good. */
  faultyFrames: 50,
  /** Contact attributes: how many, and the bytes of all keys and values together (StartChatContact's quota). */
  attributes: 200,
  attributesBytes: 32_768,
  /** Bytes of an encoded JSON Web Token (Amazon Connect's bound). */
  tokenBytes: 6144,
  /** The fewest characters of a staff password (NIST SP 800-63B §5.1.1.1). */
  passwordCharacters: 8,
  /** Websites a widget may be placed on. */
  domains: 50,
  /** Questions before a chat, and choices of one of them. */
  preChatFields: 10,
  preChatOptions: 50,
  /** Bytes of a REST request's body. */
  bodyBytes: 1024 * 1024,
  /** Objects and lists of a body that lie within each other, and its members and elements in all. */
  bodyDepth: 64,
  bodyValues: 100_000,
  /** Seconds within which a request's headers, and its body, must have arrived; an upload has `uploadMinutes`. */
  headersSeconds: 20,
  bodySeconds: 30,
  /** Bytes of one attachment, and attachments of one contact (Amazon Connect's quotas for chats). */
  attachmentBytes: 20 * 1024 * 1024,
  attachments: 35,
  /** Characters of an attachment's name (Amazon Connect's bound). */
  attachmentNameCharacters: 256,
  /** Uploads of one participant that may be under way at once, and minutes that one may take. */
  uploads: 5,
  uploadMinutes: 10,
  /** Minutes after which an attachment that was uploaded, but not said, is removed. */
  unsaidMinutes: 60,
  /**
   * What one client address, or one widget, may use; `service/limits/limit-settings.ts` names the setting of each. Many
   * people share the address of an office or a mobile network, so these are far beyond what any one person does.
   */
  socketsPerAddress: 1_000,
  /** A minute. */
  startsPerAddress: 120,
  startsPerWidget: 6_000,
  /** Open at a time. */
  chatsPerAddress: 500,
  chatsPerWidget: 20_000,
  /** MiB in `uploadPeriodMinutes`. */
  uploadMiBPerAddress: 1_000,
  uploadMiBPerParticipant: 200,
  uploadPeriodMinutes: 10,
  /** A minute; beyond, each refusal is answered after `refusedTokenDelay` milliseconds. */
  refusedTokensPerAddress: 100,
  refusedTokenDelay: 5_000,
  /** Milliseconds in which a socket's first frame must have started something: `start`, `resume` or `hello`. */
  startWithin: 30_000,
  /** Milliseconds between two pings of an otherwise silent socket, and of silence after which it counts as gone. */
  pingInterval: 20_000,
  silence: 45_000,
  /** Milliseconds an offer rings before the next agent gets it. */
  ring: 20_000,
  /** Milliseconds after which an agent who declined a contact may be asked again, where nobody else can take it. */
  declined: 60_000,
  /** Milliseconds without any connection after which a customer counts as gone. */
  customerGone: 120_000,
  /** Milliseconds without any open console after which an agent's chats go back to their queues. */
  agentGone: 60_000,
  /** Minutes after which a chat ends by itself (`chatDurationInMinutes` of StartChatContact: 25 hours). */
  chatMinutes: 1500,
  /** What a page may ask for instead. */
  chatMinutesLeast: 60,
  chatMinutesMost: 10_080,
  /** Minutes after which a chat ends whose customer left without a word before anyone answered. */
  silentMinutes: 60,
} as const;
