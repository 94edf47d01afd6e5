import { buildIfChanged } from './build-if-changed.ts'

/*
 * npm run build [-- --quiet]
 * Fills dist/ unless it holds a build of these sources already.
 */

const quiet = process.argv.includes('--quiet')
const startedAt = performance.now()
try {
  const built = buildIfChanged()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  if (!quiet) process.stdout.write(built ? `Built in ${seconds} s.\n` : 'Nothing has changed since the last build.\n')
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`)
  process.exitCode = 1
}
