import { randomBytes } from 'node:crypto';
import { Type, type Static } from 'typebox';
import type { Collection, Versioned } from '../backend/configuration.js';
import { toMonotonic, type Clock } from '../clock.js';
import { hashSecret, isSameHash } from './secret-hash.js';

const validFor = 24 * 60 * 60_000;
/** A process that starts again and again prints a link each time; the oldest ones make room. */
const linksAtMost = 20;
/** The id of the only document. */
const documentId = 'first-administrator';

/** The links that were printed and not used. Only hashes are stored. */
export const SetupLinksSchema = Type.Object(
  {
    links: Type.Array(
      Type.Object(
        {
          hash: Type.String({ minLength: 1 }),
          /** Milliseconds since 1970. */
          issuedAt: Type.Number(),
        },
        { additionalProperties: false },
      ),
      { maxItems: linksAtMost },
    ),
  },
  { additionalProperties: false },
);
type SetupLinks = Static<typeof SetupLinksSchema>;
type Link = SetupLinks['links'][number];

/**
 * The one-time links that create the first administrator. Every start issues another one, and any process takes each of
 * them. The first that is used ends all of them.
 */
export interface SetupLink {
  /** Issues a new token; earlier ones stay valid. */
  issue(): Promise<string>;
  /** Whether the token is valid. Doesn't use it up. */
  isLive(token: string): Promise<boolean>;
  /** Whether the token was valid. Uses up all tokens: of concurrent calls in all processes, one succeeds. */
  redeem(token: string): Promise<boolean>;
}

export interface SetupLinkOptions {
  clock: Clock;
  store: Collection<SetupLinks>;
}

export function createSetupLink({ clock, store }: SetupLinkOptions): SetupLink {
  /** When each link ends, in monotonic time: a jump of the wall clock neither ends nor prolongs it. */
  const ends = new Map<string, number>();

  const endOf = ({ hash, issuedAt }: Link): number => {
    const end = ends.get(hash) ?? toMonotonic(clock, issuedAt + validFor, { within: validFor });
    ends.set(hash, end);
    return end;
  };
  const isValid = (link: Link): boolean => clock.monotonic() < endOf(link);
  const has = (links: readonly Link[], token: string): boolean =>
    links.some((link) => isSameHash(hashSecret(token), link.hash) && isValid(link));

  /** Replaces the links by those that `change` returns; null leaves them. Repeats it if another process was faster. */
  async function replace(change: (links: readonly Link[]) => Link[] | null): Promise<boolean> {
    for (;;) {
      const document: Versioned<SetupLinks> | null = await store.latest(documentId);
      const links = change(document?.value.links ?? []);
      if (!links) return false;
      if ((await store.put(documentId, { links }, document?.version ?? 0)).ok) return true;
    }
  }

  return {
    async issue() {
      const token = randomBytes(32).toString('base64url');
      const link = { hash: hashSecret(token), issuedAt: clock.now() };
      endOf(link);
      await replace((links) => [...links.filter(isValid), link].slice(-linksAtMost));
      return token;
    },
    async isLive(token) {
      return has((await store.latest(documentId))?.value.links ?? [], token);
    },
    redeem: (token) => replace((links) => (has(links, token) ? [] : null)),
  };
}
