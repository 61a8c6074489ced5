import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  // Compiled at build time, the texts need no parser in the browser.
  experimental: {
    messages: {
      path: ['./messages', '../../packages/error-texts'],
      format: 'json',
      locales: ['en', 'id'],
      precompile: true,
    },
  },
});

/** What every page answers with; the content security policy carries a nonce and is written by `src/proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // An invitation's address is its secret: it must not travel to another site as a referrer.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
];

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  transpilePackages: [
    '@jejak/access',
    '@jejak/client',
    '@jejak/error-texts',
    '@jejak/interchange',
    '@jejak/journey-model',
    '@jejak/protocol',
    '@jejak/sync-client',
    '@jejak/ui',
  ],
  // Two layers of the server's bundle would each bring a copy, and Yjs must be there once.
  serverExternalPackages: ['yjs'],
  // Types are checked by `npm run typecheck`, once and for all workspaces.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['lucide-react'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default withIntl(config);
