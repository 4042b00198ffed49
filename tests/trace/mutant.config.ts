import { defineConfig } from 'vitest/config';
import { applyMutation, mutationFromEnvironment } from './mutations.ts';

const mutation = mutationFromEnvironment();

/** The tests with one rule disabled. The change is made to the source as it is loaded; no file is written and no build knows of it. */
export default defineConfig({
  plugins: [
    {
      name: 'disable-one-rule',
      enforce: 'pre',
      transform: (source, id) => (id.endsWith(`/${mutation.file}`) ? applyMutation(source, mutation) : null),
    },
  ],
  test: {
    environment: 'node',
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    bail: 1,
    testTimeout: 60_000,
    fsModuleCache: false,
    reporters: ['dot'],
  },
});
