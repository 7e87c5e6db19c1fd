import { randomUUID } from 'node:crypto';
import type { CannedReply, CannedReplyInput, StoredCannedReply } from '../../shared/canned-reply.js';
import { limits } from '../../shared/limits.js';
import type { Collection, Versioned } from '../backend/configuration.js';
import { ServiceError } from '../errors.js';

/** Who asks: an account (null for the administrator's token), and whether they may write shared replies. */
export interface Author {
  agentId: string | null;
  mayShare: boolean;
}

type Document = Versioned<StoredCannedReply>;

/** Canned replies: everybody reads the shared ones and their own, and nobody those of others. */
export interface CannedReplies {
  /** By shortcut; where an own and a shared reply have the same one, the own comes first. */
  list(author: Author): Promise<CannedReply[]>;
  get(author: Author, id: string): Promise<Document>;
  /** Rejects with NOT_ALLOWED, SHORTCUT_TAKEN or CANNED_REPLY_LIMIT_REACHED. */
  create(author: Author, input: CannedReplyInput): Promise<Document>;
  /** As {@link create}; rejects with VERSION_CONFLICT unless `expected` is the version, where it is given. */
  replace(author: Author, id: string, input: CannedReplyInput, expected?: number): Promise<Document>;
  delete(author: Author, id: string): Promise<void>;
  /** The account is gone: deletes its own replies. */
  forget(agentId: string): Promise<void>;
}

export function createCannedReplies(store: Collection<StoredCannedReply>): CannedReplies {
  const visible = async (author: Author): Promise<Document[]> =>
    (await store.list()).filter(({ value }) => isVisible(value, author));

  async function get(author: Author, id: string): Promise<Document> {
    const document = await store.get(id);
    if (!document || !isVisible(document.value, author)) throw new ServiceError('CANNED_REPLY_NOT_FOUND');
    return document;
  }

  /** What is to be stored, checked against the replies of the same owner. */
  async function checked(author: Author, input: CannedReplyInput, id?: string): Promise<StoredCannedReply> {
    const value = toStored(author, input);
    const { ownerId } = value;
    const others = (await store.list()).filter((each) => each.value.ownerId === ownerId && each.id !== id);
    if (others.some((each) => isSame(each.value.shortcut, value.shortcut)))
      throw new ServiceError('SHORTCUT_TAKEN', { pointer: '/shortcut' });
    if (others.length >= limits.cannedReplies) throw new ServiceError('CANNED_REPLY_LIMIT_REACHED');
    return value;
  }

  async function put(
    author: Author,
    id: string,
    value: StoredCannedReply,
    expected?: number,
  ): Promise<Document> {
    const put = await store.put(id, value, expected, author.agentId ?? undefined);
    if (!put.ok) throw new ServiceError('VERSION_CONFLICT');
    return put.document;
  }

  return {
    async list(author) {
      const replies = (await visible(author)).map(toCannedReply);
      return replies.sort(
        (a, b) => a.shortcut.localeCompare(b.shortcut) || Number(a.isShared) - Number(b.isShared),
      );
    },
    get,
    async create(author, input) {
      return put(author, randomUUID(), await checked(author, input), 0);
    },
    async replace(author, id, input, expected) {
      refuseUnlessMayWrite(author, (await get(author, id)).value);
      return put(author, id, await checked(author, input, id), expected);
    },
    async delete(author, id) {
      refuseUnlessMayWrite(author, (await get(author, id)).value);
      await store.delete(id);
    },
    async forget(agentId) {
      for (const { id, value } of await store.list()) if (value.ownerId === agentId) await store.delete(id);
    },
  };
}

/** A canned reply as staff read it. */
export const toCannedReply = ({ id, value }: Document): CannedReply => {
  const { shortcut, text, folder, ownerId } = value;
  return { cannedReplyId: id, shortcut, text, folder, isShared: ownerId === null };
};

/** The administrator's token has no replies of its own: what it writes is shared. */
function toStored(
  author: Author,
  { shortcut, text, folder = '', isShared }: CannedReplyInput,
): StoredCannedReply {
  if (isShared === false && author.agentId === null)
    throw new ServiceError('REQUEST_INVALID', {
      pointer: '/isShared',
      message: 'The administrator’s token writes shared replies only.',
    });
  const ownerId = isShared ? null : author.agentId;
  const value = { shortcut, text, folder: folder.trim(), ownerId };
  refuseUnlessMayWrite(author, value);
  return value;
}

function refuseUnlessMayWrite({ mayShare }: Author, { ownerId }: StoredCannedReply): void {
  if (ownerId === null && !mayShare) throw new ServiceError('NOT_ALLOWED', { pointer: '/isShared' });
}

const isVisible = ({ ownerId }: StoredCannedReply, { agentId }: Author): boolean =>
  ownerId === null || ownerId === agentId;

const isSame = (one: string, other: string): boolean =>
  one.toLocaleLowerCase('en') === other.toLocaleLowerCase('en');
