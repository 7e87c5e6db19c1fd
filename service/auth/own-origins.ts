/** The origins of the service's own pages. */
export interface OwnOrigins {
  has(origin: string | undefined): boolean;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The public origin; where that is this machine itself, its other names too. The Host header is not asked: whoever
 * points a domain of his at this machine would choose it (DNS rebinding).
 */
export function createOwnOrigins(publicUrl: string): OwnOrigins {
  const own = new URL(publicUrl);
  const names = loopback.includes(own.hostname) ? loopback : [own.hostname];
  const origins = new Set(names.map((name) => new URL(`${own.protocol}//${name}:${own.port}`).origin));
  return { has: (origin) => origin !== undefined && origins.has(origin) };
}
