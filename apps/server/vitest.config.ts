import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // Types of one graphql package are strangers to another: tests must load the one that libraries load.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
});
