import { Type, type Static } from 'typebox';
import { pictureAddress } from '../../shared/picture-address.js';
import { limits } from '../../shared/limits.js';

const roles = Type.Union([Type.Literal('admin'), Type.Literal('supervisor'), Type.Literal('agent')]);
/** What an account may do: everything, look at everybody's chats, or answer chats. */
export type StaffRole = Static<typeof roles>;

const username = Type.String({
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}@._+-]{0,99}$',
  description: 'Letters, digits and @ . _ + -; upper and lower case are the same.',
});
const password = Type.String({ minLength: limits.passwordCharacters, maxLength: 1024 });
const displayName = Type.String({ minLength: 1, maxLength: 256, description: 'What customers read.' });
const queues = Type.Array(Type.String({ minLength: 1, maxLength: 128 }), {
  maxItems: 50,
  default: ['default'],
});
const maxChats = Type.Integer({
  minimum: 1,
  maximum: limits.chatsAtOnce,
  default: 3,
  description: 'Chats at once.',
});
const pictureUrl = pictureAddress('The address of a picture that customers see');
const disabled = Type.Boolean({ default: false, description: 'Whether the account is shut.' });
const closed = { additionalProperties: false };

/** A staff account as it is stored. */
export const AgentAccountSchema = Type.Object(
  {
    username,
    displayName,
    role: roles,
    queues,
    maxChats,
    pictureUrl,
    disabled,
    passwordHash: Type.String(),
    /** Each with the hash of its secret, and its end in milliseconds since 1970. */
    sessions: Type.Array(Type.Object({ hash: Type.String(), until: Type.Number() }, closed)),
    /**
     * Devices that have signed in: the hash of the secret in the device's cookie, and when it signed in last, in
     * milliseconds since 1970. Accounts of older releases have none.
     */
    devices: Type.Optional(Type.Array(Type.Object({ hash: Type.String(), usedAt: Type.Number() }, closed))),
  },
  closed,
);
export type AgentAccount = Static<typeof AgentAccountSchema>;

/** What creates an account. */
export const AgentInputSchema = Type.Object(
  {
    username,
    displayName,
    password,
    role: Type.Optional(roles),
    queues: Type.Optional(queues),
    maxChats: Type.Optional(maxChats),
    pictureUrl: Type.Optional(pictureUrl),
  },
  closed,
);
export type AgentInput = Static<typeof AgentInputSchema>;

/** What changes one: whatever is left out stays. */
export const AgentChangeSchema = Type.Partial(
  Type.Object({ username, displayName, password, role: roles, queues, maxChats, pictureUrl, disabled }),
  closed,
);
export type AgentChange = Static<typeof AgentChangeSchema>;

/** An account as REST shows it: nothing secret. */
export const AgentViewSchema = Type.Object(
  { agentId: Type.String(), username, displayName, role: roles, queues, maxChats, pictureUrl, disabled },
  { $id: 'Agent' },
);
export type AgentView = Static<typeof AgentViewSchema>;

export function toAgentView(agentId: string, account: AgentAccount): AgentView {
  const { username, displayName, role, queues, maxChats, pictureUrl, disabled } = account;
  return { agentId, username, displayName, role, queues, maxChats, pictureUrl, disabled };
}
