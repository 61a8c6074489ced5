import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { NetworkInterfaceInfo } from 'node:os';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment } from './childEnvironment.ts';
import { ConfigError, loadConfig } from './loadConfig.ts';
import { settings } from './settings.ts';

let dataDir = '';
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jejak-config-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null };
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig({ DATA_DIR: dataDir, ...environment });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('every setting works unset', () => {
  const { authSecret, ...config } = loadConfig({ DATA_DIR: dataDir });
  expect(config).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    mongodbUri: null,
    redisUrl: null,
    dataDir,
    webUrl: null,
    trustedProxies: [],
    metricsToken: null,
    graphqlIntrospection: false,
    syncAllowance: 1,
    graphqlAllowance: 1,
    eventsKeptDays: 90,
    oidc: null,
    webhooksAllowedHosts: [],
    logLevel: 'info',
    mode: 'production',
  });
  expect(authSecret).toMatch(/^[0-9a-f]{64}$/);
});

test('the signing secret is made once and readable by its owner only', () => {
  const first = loadConfig({ DATA_DIR: dataDir }).authSecret;
  expect(loadConfig({ DATA_DIR: dataDir }).authSecret).toBe(first);
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
});

test('an empty setting counts as unset, and a relative folder is made absolute', () => {
  const config = loadConfig({ DATA_DIR: dataDir, PORT: '', MONGODB_URI: '  ' });
  expect([config.port, config.mongodbUri]).toEqual([3000, null]);
  expect(settings.DATA_DIR.schema.parse('.jejak')).toBe(resolve('.jejak'));
});

test('the configuration is frozen', () => {
  expect(Object.isFrozen(loadConfig({ DATA_DIR: dataDir }))).toBe(true);
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['HOST', 'my host'],
  ['PUBLIC_URL', 'maps.example.org'],
  ['WEB_URL', 'ftp://x'],
  ['TRUSTED_PROXIES', 'everybody'],
  ['GRAPHQL_INTROSPECTION', 'maybe'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'staging'],
] as const)('a bad %s names itself, what is wrong with "%s" and an example', (name, value) => {
  const { expects, example } = settings[name];
  expect(problemsOf({ [name]: value })).toEqual([
    `${name} must be ${expects}, but it is "${value}". Example: ${name}=${example}`,
  ]);
});

test.each(['MONGODB_URI', 'REDIS_URL', 'AUTH_SECRET', 'METRICS_TOKEN'] as const)(
  'a bad %s is reported without its value',
  (name) => {
    const [problem = ''] = problemsOf({ [name]: 'hunter2:hunter2' });
    expect(problem).toContain(`${name} must be`);
    expect(problem).not.toContain('hunter2');
  },
);

const provider = {
  OIDC_ISSUER: 'https://login.example.org/tenant/',
  OIDC_CLIENT_ID: 'jejak',
  OIDC_CLIENT_SECRET: 'a secret',
};

test('[OIDC1] a provider is read as it names itself', () => {
  const read = (more: object) => loadConfig({ DATA_DIR: dataDir, ...provider, ...more }).oidc;
  expect(read({})).toEqual({
    issuer: 'https://login.example.org/tenant/',
    clientId: 'jejak',
    clientSecret: 'a secret',
    name: 'login.example.org',
    newcomers: null,
    passwords: true,
    sessionHours: 12,
  });
  const listed = { OIDC_NAME: 'Masuk', OIDC_DOMAINS: 'Example.org, b.example', OIDC_WORKSPACE: 'wsp_1' };
  const domains = ['example.org', 'b.example'];
  expect(read(listed)).toMatchObject({
    name: 'Masuk',
    newcomers: { domains, workspaceId: 'wsp_1', role: 'viewer' },
  });
  expect(read({ ...listed, OIDC_ROLE: 'editor' })?.newcomers?.role).toBe('editor');
});

test.each<[string, Record<string, string>]>([
  ['no secret', { OIDC_CLIENT_SECRET: '' }],
  ['no issuer', { OIDC_ISSUER: '' }],
  ['an http issuer', { OIDC_ISSUER: 'http://login.example.org' }],
  ['an http issuer outside production', { OIDC_ISSUER: 'http://login.example.org', NODE_ENV: 'test' }],
  ['an issuer of this machine in production', { OIDC_ISSUER: 'http://127.0.0.1:9000' }],
  ['an issuer with a query', { OIDC_ISSUER: 'https://login.example.org/?a=b' }],
  ['domains without a workspace', { OIDC_DOMAINS: 'example.org' }],
  ['a workspace without domains', { OIDC_WORKSPACE: 'wsp_1' }],
  ['a domain that is none', { OIDC_DOMAINS: '*', OIDC_WORKSPACE: 'wsp_1' }],
  ['a role above editor', { OIDC_ROLE: 'admin' }],
  ['no hours', { OIDC_SESSION_HOURS: '0' }],
  ['more hours than a session by password has', { OIDC_SESSION_HOURS: '721' }],
])('[OIDC1] %s is refused, without the secret', (_name, change) => {
  const problems = problemsOf({ ...provider, ...change });
  expect(problems).toHaveLength(1);
  expect(problems.join()).toMatch(/^OIDC_/);
  expect(problems.join()).not.toContain('a secret');
});

test('[OIDC1] what belongs to a provider is refused without one', () => {
  expect(problemsOf({ OIDC_NAME: 'Login' })).toHaveLength(1);
  expect(problemsOf({ OIDC_SESSION_HOURS: '8' })).toHaveLength(1);
  expect(problemsOf({ PASSWORDS: 'false' }).join()).toMatch(/^PASSWORDS=false needs a provider/);
  expect(problemsOf({ PASSWORDS: 'true' })).toEqual([]);
});

test('all bad settings are reported at once', () => {
  expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
});

test('a replica set address with several hosts is accepted', () => {
  const uri = 'mongodb://a:1,b:2,c:3/jejak?replicaSet=rs0';
  expect(loadConfig({ DATA_DIR: dataDir, MONGODB_URI: uri }).mongodbUri).toBe(uri);
});

test('with HOST=0.0.0.0 the public address is one that another device can open', () => {
  const interfaces = {
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    eth0: [ipv4('192.168.1.20')],
  };
  expect(loadConfig({ DATA_DIR: dataDir, HOST: '0.0.0.0' }, interfaces).publicUrl).toBe(
    'http://192.168.1.20:3000',
  );
});

test('a public address is reduced to its origin', () => {
  const config = loadConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'https://maps.example.org/' });
  expect(config.publicUrl).toBe('https://maps.example.org');
});

test('children are not given the secrets', () => {
  process.env.METRICS_TOKEN = 'not for children';
  try {
    const environment = childEnvironment({ PORT: '1' });
    expect(environment.METRICS_TOKEN).toBeUndefined();
    expect(environment.PORT).toBe('1');
    expect(environment.PATH).toBe(process.env.PATH);
  } finally {
    delete process.env.METRICS_TOKEN;
  }
});
