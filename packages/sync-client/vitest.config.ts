import { defineConfig } from 'vitest/config';

// A bound for a busy machine, not a wait: tests end as soon as what they wait for has happened.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 60_000 } });
