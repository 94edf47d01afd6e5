import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../api/operations/package-root.ts'
import apiBuild from '../../../api/vite.config.ts'

const description = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
const included: string[] = description.files.filter((path: string) => !path.startsWith('!'))
const isIncluded = (path: string) => included.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** Files that npm would pack; what a build makes may be missing here. */
function listPacked(): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot,
    encoding: 'utf8',
  })
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
  return packed!.files.map(({ path }) => path)
}

describe('the package', () => {
  it('holds the program, the pages and what they read', () => {
    expect(isIncluded(description.bin['demo-hour'])).toBe(true)
    expect(isIncluded('dist/web')).toBe(true)
    expect(isIncluded(apiBuild.build!.outDir!)).toBe(true)
  })

  it('holds every folder that the program reads below its own root', () => {
    const sources = ['api/database/migrate.ts', 'api/http/static-pages.ts', 'api/operations/package-root.ts']
    const read = sources.flatMap((source) => {
      const text = readFileSync(join(packageRoot, source), 'utf8')
      return [...text.matchAll(/join\(packageRoot, ([^)]*)\)/g)].map(([, parts]) =>
        parts!.replaceAll(/['\s]/g, '').replaceAll(',', '/'),
      )
    })
    expect(read.sort()).toEqual(['api/migrations', 'dist/web', 'package.json'])
    for (const path of read) expect(path === 'package.json' || isIncluded(path)).toBe(true)
  })

  it('depends only on what the build leaves out of the bundle', () => {
    expect(Object.keys(description.dependencies)).toEqual(apiBuild.ssr!.external)
    expect(apiBuild.ssr!.noExternal).toBe(true)
  })

  it('runs nothing when it is installed', () => {
    for (const script of ['preinstall', 'install', 'postinstall'])
      expect(description.scripts).not.toHaveProperty(script)
  })

  it('leaves out tests, pictures, sources and maps', () => {
    const packed = listPacked()
    expect(packed).toContain('api/migrations/0001_judging.sql')
    const surplus = packed.filter(
      (path) =>
        !path.startsWith('dist/') &&
        !path.startsWith('api/migrations/') &&
        !/^(package\.json|README\.md|LICENSE)$/.test(path),
    )
    expect(surplus).toEqual([])
    expect(packed.filter((path) => /\.(map|ts|tsx)$|\.sources$/.test(path))).toEqual([])
  })
})
