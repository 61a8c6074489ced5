import { createRequire } from 'node:module';
import { configDefaults, defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const faults = 'test/faults/**/*.test.ts';

export default defineConfig({
  test: {
    // A bound for a busy machine, not a wait: tests end as soon as what they wait for has happened.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          exclude: [...configDefaults.exclude, faults],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Their servers are processes of their own, and the criteria are about how long others wait: one at a time.
        test: { name: 'faults', include: [faults], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
  // Types of one graphql package are strangers to another: tests must load the one that libraries load.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
});
