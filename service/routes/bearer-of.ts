import type { IncomingHttpHeaders } from 'node:http';

/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1); empty if there is none. */
export const bearerOf = ({ headers }: { headers: IncomingHttpHeaders }): string =>
  /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
