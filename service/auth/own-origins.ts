import { ServiceError } from '../errors.js';

/** The origins of the service's own pages. */
export interface OwnOrigins {
  has(origin: string | undefined): boolean;
  /** Throws ORIGIN_REFUSED, with the address at which staff sign in, if the origin is none of these. */
  require(origin: string | undefined): void;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The public origin, and its other names if it is this machine. The Host header is ignored: an attacker who
 * points a domain at this machine chooses it (DNS rebinding).
 */
export function createOwnOrigins(publicUrl: string): OwnOrigins {
  const own = new URL(publicUrl);
  const names = loopback.includes(own.hostname) ? loopback : [own.hostname];
  const origins = new Set(names.map((name) => new URL(`${own.protocol}//${name}:${own.port}`).origin));
  const has = (origin: string | undefined): boolean => origin !== undefined && origins.has(origin);
  return {
    has,
    require(origin) {
      if (has(origin)) return;
      const message = `Sign in at ${own.origin}: this address is not the service's PUBLIC_URL.`;
      throw new ServiceError('ORIGIN_REFUSED', { message });
    },
  };
}
