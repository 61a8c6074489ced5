import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** What a setting accepts, how to say so, and an example that works. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  readonly expects: string;
  readonly example: string;
  /** Its value is never repeated in a message. */
  readonly secret: boolean;
}

function setting<S extends z.ZodType>(
  schema: S,
  expects: string,
  example: string,
  secret = false,
): Setting<S> {
  return { schema, expects, example, secret };
}

const urlWith = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const origin = urlWith('http:', 'https:').transform((text) => new URL(text).origin);
const boolean = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((text) => /^(true|1|yes)$/.test(text));
const address = /^[0-9a-fA-F:.]+(\/\d{1,3})?$/;
const addresses = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().regex(address)));

const listOf = (part: RegExp) =>
  z
    .string()
    .toLowerCase()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .pipe(z.array(z.string().regex(part)));
const isPrefix = (address: string, prefix: string): boolean =>
  /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32);
const isHost = (text: string): boolean => {
  const [host = '', prefix, ...more] = text.split('/');
  if (isIP(host) === 0) return prefix === undefined && /^[0-9a-z._-]*[a-z][0-9a-z._-]*$/i.test(host);
  return more.length === 0 && (prefix === undefined || isPrefix(host, prefix));
};
const hosts = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().refine(isHost)));

/** Every setting of the server by the name of its environment variable. */
export const settings = {
  PORT: setting(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65535)),
    'a port from 0 to 65535',
    '3000',
  ),
  HOST: setting(z.string().regex(/^[0-9A-Za-z.:_-]+$/), 'an address or name of this machine', '0.0.0.0'),
  PUBLIC_URL: setting(origin, 'an http or https address', 'https://maps.example.org'),
  MONGODB_URI: setting(
    urlWith('mongodb:', 'mongodb+srv:').or(z.string().regex(/^mongodb(\+srv)?:\/\/\S+$/)),
    'a mongodb:// address',
    'mongodb://db.example.org:27017/jejak',
    true,
  ),
  REDIS_URL: setting(
    urlWith('redis:', 'rediss:'),
    'a redis:// address',
    'redis://cache.example.org:6379',
    true,
  ),
  DATA_DIR: setting(
    z.string().transform((path) => (isAbsolute(path) ? path : resolve(path))),
    'a folder',
    '.jejak',
  ),
  AUTH_SECRET: setting(
    z.string().min(32),
    'at least 32 characters nobody can guess',
    'the output of: openssl rand -hex 32',
    true,
  ),
  WEB_URL: setting(origin, 'the http address of the web process', 'http://127.0.0.1:3001'),
  TRUSTED_PROXIES: setting(addresses, 'addresses separated by commas', '10.0.0.5,10.1.0.0/16'),
  METRICS_TOKEN: setting(
    z.string().min(16),
    'at least 16 characters nobody can guess',
    'the output of: openssl rand -hex 16',
    true,
  ),
  GRAPHQL_INTROSPECTION: setting(boolean, 'true or false', 'true'),
  SYNC_ALLOWANCE: setting(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(10_000)),
    'how many times the usual rates and connections of sync sockets are allowed, from 1 to 10000',
    '20',
  ),
  GRAPHQL_ALLOWANCE: setting(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(10_000)),
    'how many times the usual cost and requests of a minute GraphQL allows, from 1 to 10000',
    '10',
  ),
  EVENTS_KEPT_DAYS: setting(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(3_650)),
    'for how many days what happened on maps is kept, from 1 to 3650',
    '90',
  ),
  OIDC_ISSUER: setting(
    urlWith('http:', 'https:').refine((text) => !/[?#]/.test(text)),
    'the https address of an OpenID Connect provider, as it names itself',
    'https://login.example.org',
  ),
  OIDC_CLIENT_ID: setting(z.string().max(500), 'the id the provider knows Jejak by', 'jejak'),
  OIDC_CLIENT_SECRET: setting(
    z.string().max(1000),
    'the secret that the provider gave for that id',
    'what the provider shows',
    true,
  ),
  OIDC_NAME: setting(z.string().max(40), 'a name of at most 40 characters', 'Example Login'),
  OIDC_DOMAINS: setting(
    listOf(/^([a-z0-9-]+\.)+[a-z0-9-]+$/),
    'domains of e-mail addresses, separated by commas',
    'example.org,example.com',
  ),
  OIDC_WORKSPACE: setting(z.string().regex(/^wsp_\w+$/), 'the id of a workspace', 'wsp_0123456789abcdef'),
  OIDC_ROLE: setting(z.enum(['viewer', 'commenter', 'editor']), 'viewer, commenter or editor', 'viewer'),
  OIDC_SESSION_HOURS: setting(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(720)),
    'how many hours somebody stays signed in through the provider, from 1 to 720',
    '12',
  ),
  PASSWORDS: setting(boolean, 'true or false', 'false'),
  WEBHOOKS_ALLOWED_HOSTS: setting(
    hosts,
    'hosts, addresses or nets separated by commas',
    'receiver.internal,10.1.0.0/16',
  ),
  LOG_LEVEL: setting(z.enum(logLevels), `one of ${logLevels.join(', ')}`, 'info'),
  NODE_ENV: setting(
    z.enum(['production', 'development', 'test']),
    'production, development or test',
    'production',
  ),
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof settings;
