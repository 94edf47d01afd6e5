import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './support/closing-line.ts'

// A busy machine is ten times as slow, and no test asserts a duration.
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }
const withDatabases = { globalSetup: ['test/support/global-setup.ts'], ...limits }
const clocks = 'test/browser/clock.test.ts'
const apiSweeps = 'test/api/sweeps/**/*.test.ts'
const driverPipeline = 'test/api/database/driver-pipeline.test.ts'
const rightTeam = 'test/browser/right-team.test.ts'
const browserSweeps = 'test/browser/sweeps/**/*.test.ts'
/** Each test kills, breaks or copies a database of its own. */
const databaseFiles = ['test/api/database/database-embedded.test.ts', 'test/api/database/backup.test.ts']
const withBrowser = { globalSetup: ['test/browser/support/browser-setup.ts'], ...limits }

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: [{ find: /^.*\/worker-file\.ts$/, replacement: join(import.meta.dirname, 'support/built-worker-file.ts') }],
  },
  test: {
    reporters: ['default', new ClosingLine()],
    // Tests mostly wait, so more files run at once than there are cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false, ...limits } },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          exclude: [...databaseFiles, apiSweeps],
          // Each file opens its own server, but shares loaded modules: loading takes half of the processor time of most files.
          isolate: false,
          ...withDatabases,
        },
      },
      {
        extends: true,
        // More pages at once would only wait for each other.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [clocks, browserSweeps],
          isolate: false,
          maxConcurrency: 2,
          ...withBrowser,
        },
      },
      // `npm test` runs the three projects above, `npm run test:all` the projects below.
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts', ...databaseFiles], ...withDatabases },
      },
      {
        extends: true,
        test: {
          name: 'api-sweeps',
          include: [apiSweeps, 'test/{api/shows,api/fuzz,unit/simulation}/**/*.test.ts', driverPipeline],
          env: { RANDOM_RUNS: 'more' },
          ...withDatabases,
        },
      },
      // What people install, from the packed files.
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts', 'test/browser/whole-hour.test.ts'],
          isolate: false,
          globalSetup: ['test/package/portable-setup.ts'],
          ...limits,
        },
      },
      { extends: true, test: { name: 'bench', include: ['test/bench/**/*.test.ts'], ...withDatabases } },
      {
        extends: true,
        // The same checks on every page and in every state, and what the main paths leave out.
        test: {
          name: 'browser-sweeps',
          include: [browserSweeps, rightTeam],
          env: { RANDOM_RUNS: 'more' },
          isolate: false,
          maxConcurrency: 2,
          ...withBrowser,
        },
      },
      {
        extends: true,
        // Runs after all others, alone: it compares clocks to 50 ms, and a busy processor delays the screens.
        test: { name: 'clocks', include: [clocks], sequence: { groupOrder: 1 }, ...withBrowser },
      },
      {
        extends: true,
        test: {
          name: 'other-browsers',
          include: ['test/browser/judge-journey.test.ts', 'test/browser/films/handed-film.test.ts', rightTeam],
          env: { BROWSERS: 'others', RANDOM_RUNS: 'more' },
          ...withBrowser,
        },
      },
      {
        extends: true,
        test: {
          name: 'api-embedded',
          include: ['test/api/**/*.test.ts'],
          // Runs on both databases or on its own server, so `npm test` covers it already.
          exclude: [
            'test/api/database/**',
            'test/api/phones/**',
            'test/api/shows/**',
            apiSweeps,
            'test/api/fuzz/**',
            'test/api/archive.test.ts',
          ],
          env: { API_DATABASE: 'embedded' },
          ...withDatabases,
        },
      },
    ],
  },
})
