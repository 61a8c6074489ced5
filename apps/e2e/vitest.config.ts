import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // One real server and one real browser at a time: two of them would measure each other.
    fileParallelism: false,
    retry: 0,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
