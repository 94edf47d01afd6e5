import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './closing-line.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', new ClosingLine()],
    // Half of a test is waiting: on two cores, one file at a time would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Pages that are looked at side by side: more would only wait for each other.
    maxConcurrency: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
