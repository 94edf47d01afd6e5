import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'

const sources = ['api', 'web', 'presenter', 'patches', 'package.json', 'package-lock.json', 'tsconfig.json']
/** A build empties its folder first, so no mark outlives the files that it describes. */
const marks = ['dist/web/.sources', 'dist/api/.sources'].map((file) => join(packageRoot, file))

export function ensureBuild(): void {
  const hash = hashSources()
  if (marks.every((mark) => existsSync(mark) && readFileSync(mark, 'utf8') === hash)) return
  const windows = process.platform === 'win32'
  // With the test run's NODE_ENV, vite would build something larger than what ships.
  const { NODE_ENV: _, ...env } = process.env
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: packageRoot,
    env,
    shell: windows,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed, so there is nothing to test.')
  for (const mark of marks) writeFileSync(mark, hash)
}

function hashSources(): string {
  const digest = createHash('sha256')
  for (const path of sources.flatMap(filesIn)) digest.update(`${path}\n`).update(readFileSync(join(packageRoot, path)))
  return digest.digest('hex')
}

function filesIn(source: string): string[] {
  const path = join(packageRoot, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [source]
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name))
  return found.filter((name) => statSync(join(packageRoot, name)).isFile()).sort()
}
