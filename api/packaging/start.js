import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/*
 * npm start, npm run demo: builds what has changed, then runs the program of the package in this very process, so that a signal
 * reaches it once and no shell stands between it and the terminal.
 */

const root = new URL('../..', import.meta.url)
const program = new URL('dist/api/demo-hour.js', root)

if (!existsSync(program)) process.stdout.write('Building Demo Hour (first start only, up to a minute)…\n')
const build = spawnSync(process.execPath, ['--import', 'tsx', 'api/packaging/build.ts', '--quiet'], {
  cwd: root,
  stdio: 'inherit',
})
if (build.status !== 0) process.exit(1)
process.argv[1] = fileURLToPath(program)
await import(program.href)
