import {defineConfig} from 'vitest/config'

/** Tests that work on a finished build: `builtSite()` of test/support gives them its folder. */
const onBuild = ['test/browser/**/*.test.ts', 'test/pipeline/**/*.test.ts']

export default defineConfig({
  test: {
    // Two cores are the usual machine; more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: onBuild,
          setupFiles: ['test/support/no-network.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          include: onBuild,
          setupFiles: ['test/support/no-network.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
