import type { Config } from '../config/Config.ts';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Headers of the answers we write ourselves: data, never a page. */
export function apiSecurityHeaders(config: Config): Readonly<Record<string, string>> {
  return {
    ...everywhere,
    ...transport(config),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** Headers added to pages, where the web process has not set its own. */
export function pageSecurityHeaders(config: Config): Readonly<Record<string, string>> {
  // Next starts a page with inline scripts; its development mode also compiles with eval.
  const evaluation = config.mode === 'development' ? " 'unsafe-eval'" : '';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return { ...everywhere, ...transport(config), 'content-security-policy': policy.join('; ') };
}

function transport(config: Config): Readonly<Record<string, string>> {
  return config.publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
