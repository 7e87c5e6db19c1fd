import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { macroRules, type MacroRule } from './attachments/attachments.js';
import { readAttachmentsPlace, type AttachmentsPlace } from './attachments-url.js';
import { databaseUrls } from './database-url.js';
import { limitTakes, limitVariables, readLimit, type ClientLimitSettings } from './limits/limit-settings.js';

/** The operator's settings, checked once at the start. */
export interface Settings {
  port: number;
  host: string;
  /** The origin in snippets and set-up links, without a trailing slash. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** A PostgreSQL database, which several processes may share; null keeps everything in `dataDir`. */
  databaseUrl: string | null;
  /** The database's own address, if `databaseUrl` leads to a pooler in transaction mode. */
  databaseListenUrl: string | null;
  /** Where several processes have their attachments; null for a folder in `dataDir`. */
  attachments: AttachmentsPlace | null;
  adminToken: string | null;
  logLevel: (typeof logLevels)[number];
  /** Fastify's `trustProxy`: addresses, or a function that decides per hop; false trusts none. */
  trustProxy: string[] | ((address: string, hop: number) => boolean) | false;
  /** Seconds over which clients are moved to other processes before this one ends. */
  drainSeconds: number;
  /** How the service treats documents with macros. */
  macros: MacroRule;
  /** The limits per client address and per widget. */
  limits: ClientLimitSettings;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type Environment = Record<string, string | undefined>;

/** An invalid environment variable, which prevents the start; the message is one line for the operator. */
export class SettingsError extends Error {}

/**
 * Reads the settings. Throws {@link SettingsError} at the first invalid one. On a terminal, the log shows
 * only warnings and errors, because a person reads it.
 */
export function readSettings(environment: Environment, { isTerminal = false } = {}): Settings {
  const given = (name: string): string | undefined => environment[name] || undefined;
  const port = readPort(given('PORT') ?? '8080');
  const host = readHost(given('HOST') ?? 'localhost');
  refuseRedis(given('REDIS_URL'));
  const databaseUrl = readDatabaseUrl('DATABASE_URL', given('DATABASE_URL'));
  const databaseListenUrl = readDatabaseUrl('DATABASE_LISTEN_URL', given('DATABASE_LISTEN_URL'));
  if (databaseUrl === null && databaseListenUrl !== null)
    throw new SettingsError(
      'DATABASE_LISTEN_URL is set, but takes effect only beside DATABASE_URL: set both or none.',
    );
  return {
    port,
    host,
    publicUrl: readPublicUrl(given('PUBLIC_URL') ?? defaultPublicUrl(host, port)),
    dataDir: resolve(given('DATA_DIR') ?? 'data'),
    databaseUrl,
    databaseListenUrl,
    attachments: readAttachments(given),
    adminToken: readAdminToken(given('ADMIN_TOKEN')),
    logLevel: readLogLevel(given('LOG_LEVEL') ?? (isTerminal ? 'warn' : 'info')),
    trustProxy: readTrustProxy(given('TRUST_PROXY')),
    drainSeconds: readDrainSeconds(given('DRAIN_SECONDS') ?? (databaseUrl === null ? '0' : '5')),
    macros: readMacros(given('FILES_WITH_MACROS') ?? 'mark'),
    limits: readLimits(given),
  };
}

const stop = (name: string, got: string, takes: string): never => {
  throw new SettingsError(`${name} is ${JSON.stringify(got)}, but takes ${takes}.`);
};

function readPort(text: string): number {
  const port = Number(text);
  const isPort = /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535;
  return isPort ? port : stop('PORT', text, 'a number from 1 to 65535');
}

function readHost(text: string): string {
  const isName = /^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/.test(text);
  return isName || isIP(text) ? text : stop('HOST', text, 'a host name or an IP address to listen on');
}

/** Addresses that mean all interfaces; browsers can't open them. */
const isEverywhere = (hostname: string): boolean => ['0.0.0.0', '[::]', '[::ffff:0:0]'].includes(hostname);

function defaultPublicUrl(host: string, port: number): string {
  const url = `http://${bracketed(host)}:${port}`;
  if (!URL.canParse(url) || !isEverywhere(new URL(url).hostname)) return url;
  throw new SettingsError(
    `HOST is ${JSON.stringify(host)}, which no browser can open: set PUBLIC_URL to the address at which people reach the service, such as https://chat.example.com.`,
  );
}

const bracketed = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

function readPublicUrl(text: string): string {
  const takes = 'an origin such as https://chat.example.com, without a path';
  const url = URL.canParse(text) ? new URL(text) : stop('PUBLIC_URL', text, takes);
  const isOrigin =
    /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (isEverywhere(url.hostname)) return stop('PUBLIC_URL', text, 'an address that browsers can open');
  return isOrigin ? url.origin : stop('PUBLIC_URL', text, takes);
}

function readDatabaseUrl(name: string, text: string | undefined): string | null {
  if (text === undefined || databaseUrls(text)) return text ?? null;
  // The URL is not shown, because a password may be in it.
  throw new SettingsError(
    `${name} is malformed: it takes a URL such as postgres://user:password@host:5432/name, several hosts separated by commas.`,
  );
}

function readAttachments(given: (name: string) => string | undefined): AttachmentsPlace | null {
  const text = given('ATTACHMENTS_URL');
  if (text === undefined) return null;
  if (given('DATABASE_URL') === undefined)
    throw new SettingsError(
      'ATTACHMENTS_URL is set, but DATABASE_URL is not: one process keeps attachments in DATA_DIR. Unset it, or set DATABASE_URL.',
    );
  try {
    return readAttachmentsPlace(text, given);
  } catch (error) {
    throw new SettingsError((error as Error).message);
  }
}

function readAdminToken(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[\x21-\x7e]{32,512}$/.test(text)) return text;
  // Don't print the value: it is a secret, even if it is malformed.
  throw new SettingsError(
    `ADMIN_TOKEN has ${text.length} characters, but takes 32 to 512 letters, digits and signs without spaces.`,
  );
}

function readLogLevel(text: string): Settings['logLevel'] {
  const level = logLevels.find((each) => each === text);
  return level ?? stop('LOG_LEVEL', text, `one of ${logLevels.join(', ')}`);
}

function readTrustProxy(text: string | undefined): Settings['trustProxy'] {
  if (text === undefined) return false;
  if (/^\d{1,2}$/.test(text)) return (_address, hop) => hop < Number(text);
  const addresses = text.split(',').map((each) => each.trim());
  const takes = 'a number of proxies, or their addresses and networks separated by commas';
  return addresses.every(isAddress) ? addresses : stop('TRUST_PROXY', text, takes);
}

function readDrainSeconds(text: string): number {
  const isTime = /^\d{1,3}$/.test(text) && Number(text) <= 600;
  return isTime ? Number(text) : stop('DRAIN_SECONDS', text, 'a whole number of seconds from 0 to 600');
}

function readMacros(text: string): MacroRule {
  const rule = macroRules.find((each) => each === text);
  return rule ?? stop('FILES_WITH_MACROS', text, `one of ${macroRules.join(', ')}`);
}

function readLimits(given: (name: string) => string | undefined): ClientLimitSettings {
  const names = Object.keys(limitVariables) as (keyof ClientLimitSettings)[];
  const read = names.map((name): [string, number | null] => {
    const variable = limitVariables[name];
    const limit = readLimit(name, given(variable));
    return [name, limit === undefined ? stop(variable, given(variable)!, limitTakes) : limit];
  });
  return Object.fromEntries(read) as unknown as ClientLimitSettings;
}

function isAddress(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}

function refuseRedis(text: string | undefined): void {
  if (text === undefined) return;
  throw new SettingsError(
    'REDIS_URL is set, but the service does not use Redis: unset it. For several processes set DATABASE_URL.',
  );
}
