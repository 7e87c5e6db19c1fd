import { timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { OwnOrigins } from '../auth/own-origins.js';
import type { AgentView, StaffRole } from '../auth/agent-account.js';
import type { SignedIn, Staff } from '../auth/staff.js';
import { ServiceError } from '../errors.js';

export interface StaffAccessOptions {
  staff: Staff;
  ownOrigins: OwnOrigins;
  adminToken: string | null;
  /** Whether the service is reached by https. If so, browsers send the cookie by https only. */
  isSecure: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns a hook that admits only these roles. A bearer token has the rights of an administrator. */
    requireRole: (...roles: StaffRole[]) => (request: FastifyRequest) => Promise<void>;
    /** Sets the cookies of a sign-in. */
    setSession: (reply: FastifyReply, signedIn: SignedIn) => void;
    clearSession: (reply: FastifyReply) => void;
  }
  interface FastifyRequest {
    /** The account that sent the request, set by `requireRole`; null for the administrator's bearer token. */
    account: AgentView | null;
    sessionCookie: () => string | undefined;
    /** The secret by which an account recognizes the device. */
    deviceCookie: () => string | undefined;
  }
}

const twelveHours = 12 * 60 * 60;
/** Seconds of a cookie's longest lifetime (RFC 6265bis §5.5): 400 days, from the latest sign-in. */
const deviceLasts = 400 * 24 * 60 * 60;
/** A device's secret: 32 bytes in base64url. */
const deviceForm = /^[\w-]{43}$/;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Authorizes staff by bearer token or session cookie. With a cookie, changes must come from the service's own
 * pages.
 */
export const staffAccess = fp(
  async (app: FastifyInstance, { staff, ownOrigins, adminToken, isSecure }: StaffAccessOptions) => {
    await app.register(cookie);
    const name = isSecure ? '__Host-connect-chat' : 'connect-chat';
    const deviceName = `${name}-device`;
    const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;

    app.decorateRequest('account', null);
    app.decorateRequest('sessionCookie', function (this: FastifyRequest) {
      return this.cookies[name];
    });
    app.decorateRequest('deviceCookie', function (this: FastifyRequest) {
      const secret = this.cookies[deviceName];
      return secret !== undefined && deviceForm.test(secret) ? secret : undefined;
    });
    app.decorate('setSession', (reply: FastifyReply, { session, device }: SignedIn) => {
      void reply.setCookie(name, session, { ...attributes, maxAge: twelveHours });
      void reply.setCookie(deviceName, device, { ...attributes, maxAge: deviceLasts });
    });
    app.decorate('clearSession', (reply: FastifyReply) => void reply.clearCookie(name, attributes));

    app.decorate('requireRole', (...roles: StaffRole[]) => async (request: FastifyRequest) => {
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (bearer !== undefined) {
        if (adminToken === null || !isSame(bearer, adminToken)) throw new ServiceError('NOT_SIGNED_IN');
        return;
      }
      request.account = await staff.authenticate(request.sessionCookie() ?? '');
      if (!request.account) throw new ServiceError('NOT_SIGNED_IN');
      const isSafe = reading.has(request.method) && request.headers.upgrade === undefined;
      if (!isSafe) ownOrigins.require(request.headers.origin);
      if (!roles.includes(request.account.role)) throw new ServiceError('NOT_ALLOWED');
    });
  },
  { name: 'staff-access' },
);

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
