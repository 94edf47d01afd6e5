import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Prints what vite prints only when the build fails or warns. */
export function runVite(root: string, config: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  // With the NODE_ENV of a test run, vite would build something larger than what ships.
  const { NODE_ENV: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'warn', '--config', config],
    { cwd: root, env, encoding: 'utf8' },
  )
  process.stderr.write(`${stdout.trim() === '' ? '' : stdout}${stderr}`)
  if (status !== 0) throw new Error(`The build failed (${config}).`)
}
