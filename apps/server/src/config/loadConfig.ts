import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Config } from './Config.ts';
import { keptSecret } from './keptSecret.ts';
import { oidcConfig } from './OidcConfig.ts';
import { reachableHost } from './reachableHost.ts';
import { type SettingName, settings } from './settings.ts';

/** The settings cannot be used; each problem names the setting, what is wrong and an example. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Value<N extends SettingName> = z.output<(typeof settings)[N]['schema']>;

/** Reads and checks all settings at once; throws a `ConfigError` that names every bad one. */
export function loadConfig(
  environment: Environment = process.env,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): Config {
  const problems: string[] = [];
  function read<N extends SettingName>(name: N): Value<N> | undefined {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return undefined;
    const { schema, expects, example, secret } = settings[name];
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data as Value<N>;
    const got = secret ? 'its value is something else' : `it is "${text}"`;
    problems.push(`${name} must be ${expects}, but ${got}. Example: ${name}=${example}`);
    return undefined;
  }

  const port = read('PORT') ?? 3000;
  const host = read('HOST') ?? '127.0.0.1';
  const publicUrl = read('PUBLIC_URL');
  const mode = read('NODE_ENV') ?? 'production';
  const dataDir = read('DATA_DIR') ?? resolve('.jejak');
  const authSecret = read('AUTH_SECRET');
  const rest = {
    mongodbUri: read('MONGODB_URI') ?? null,
    redisUrl: read('REDIS_URL') ?? null,
    webUrl: read('WEB_URL') ?? null,
    trustedProxies: Object.freeze(read('TRUSTED_PROXIES') ?? []),
    metricsToken: read('METRICS_TOKEN') ?? null,
    graphqlIntrospection: read('GRAPHQL_INTROSPECTION') ?? mode !== 'production',
    syncAllowance: read('SYNC_ALLOWANCE') ?? 1,
    graphqlAllowance: read('GRAPHQL_ALLOWANCE') ?? 1,
    eventsKeptDays: read('EVENTS_KEPT_DAYS') ?? 90,
    webhooksAllowedHosts: Object.freeze(read('WEBHOOKS_ALLOWED_HOSTS') ?? []),
    logLevel: read('LOG_LEVEL') ?? (mode === 'test' ? 'silent' : 'info'),
  } as const;
  const provider = {
    issuer: read('OIDC_ISSUER'),
    clientId: read('OIDC_CLIENT_ID'),
    clientSecret: read('OIDC_CLIENT_SECRET'),
    name: read('OIDC_NAME'),
    domains: read('OIDC_DOMAINS'),
    workspaceId: read('OIDC_WORKSPACE'),
    role: read('OIDC_ROLE'),
    sessionHours: read('OIDC_SESSION_HOURS'),
    passwords: read('PASSWORDS'),
  };
  // A setting that is bad by itself is not also reported as missing.
  const oidc = problems.length > 0 ? null : oidcConfig(provider, mode, (problem) => problems.push(problem));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    port,
    host,
    publicUrl: publicUrl ?? `http://${reachableHost(host, interfaces, hostname())}:${port}`,
    dataDir,
    authSecret: authSecret ?? keptSecret(dataDir),
    mode,
    oidc,
    ...rest,
  });
}

/** The configuration with the port the system chose, for `PORT=0`. */
export function withPort(config: Config, port: number): Config {
  const { publicUrl } = config;
  return Object.freeze({ ...config, port, publicUrl: publicUrl.replace(/:0$/, `:${port}`) });
}
