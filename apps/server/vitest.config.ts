import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // A bound for a busy machine, not a wait: tests end as soon as what they wait for has happened.
  test: { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } },
  // Types of one graphql package are strangers to another: tests must load the one that libraries load.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
});
