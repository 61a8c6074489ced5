import type { OidcConfig } from './OidcConfig.ts';

/** Every setting of the server, validated and frozen by `loadConfig`. All of them work unset. */
export interface Config {
  readonly port: number;
  /** Interface to listen on; `127.0.0.1` unless told. */
  readonly host: string;
  /** The origin people type, e.g. `http://192.168.1.20:3000`; derived from host and port when unset. */
  readonly publicUrl: string;
  /** null: start the embedded engine in `dataDir`. */
  readonly mongodbUri: string | null;
  /** null: the in-process bus. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** Signs sessions; made once and kept in `dataDir` when unset. */
  readonly authSecret: string;
  /** Where Next answers; null: start it as a child process. */
  readonly webUrl: string | null;
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Lets /metrics be read from outside loopback. */
  readonly metricsToken: string | null;
  readonly graphqlIntrospection: boolean;
  /** How many times the usual rates and connections the sync sockets may have; 1 for people. */
  readonly syncAllowance: number;
  /** How many times the usual cost and requests GraphQL may take of each asker in a minute; 1 for people. */
  readonly graphqlAllowance: number;
  /** For how many days what happened on maps is kept. */
  readonly eventsKeptDays: number;
  /** null: people sign in by password alone. */
  readonly oidc: OidcConfig | null;
  /** Hosts, addresses and nets of this network that webhooks may reach all the same. */
  readonly webhooksAllowedHosts: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly mode: 'production' | 'development' | 'test';
}
