const secrets = ['AUTH_SECRET', 'MONGODB_URI', 'REDIS_URL', 'METRICS_TOKEN', 'OIDC_CLIENT_SECRET'];

/** The environment for a child process: ours without the secrets, with `extra` on top. */
export function childEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !secrets.includes(name));
  return { ...Object.fromEntries(kept), ...extra };
}
