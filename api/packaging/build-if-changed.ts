import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../operations/package-root.ts'
import { runVite } from './run-vite.ts'

const sources = [...['api', 'web', 'presenter', 'patches'], ...['package.json', 'package-lock.json', 'tsconfig.json']]
/** A build empties its folder first, so no mark outlives the files that it describes. */
const marks = ['dist/web/.sources', 'dist/api/.sources']

/** Builds unless `dist` holds a whole build of these very sources. Returns whether it has built. */
export function buildIfChanged(root = packageRoot, build: (root: string) => void = buildAll): boolean {
  const hash = hashSources(root)
  const paths = marks.map((mark) => join(root, mark))
  if (paths.every((path) => existsSync(path) && readFileSync(path, 'utf8') === hash)) return false
  for (const path of paths) rmSync(path, { force: true })
  build(root)
  for (const path of paths) writeFileSync(path, hash)
  return true
}

function buildAll(root: string): void {
  for (const config of ['web/vite.config.ts', 'api/vite.config.ts']) runVite(root, config)
}

function hashSources(root: string): string {
  const digest = createHash('sha256')
  for (const path of sources.flatMap((source) => filesIn(root, source)))
    digest.update(`${path}\n`).update(readFileSync(join(root, path)))
  return digest.digest('hex')
}

function filesIn(root: string, source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [source]
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name))
  return found.filter((name) => statSync(join(root, name)).isFile()).sort()
}
