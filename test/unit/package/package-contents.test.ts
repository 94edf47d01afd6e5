import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../api/operations/package-root.ts'
import apiBuild from '../../../api/vite.config.ts'

const description = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
const included: string[] = description.files.filter((path: string) => !path.startsWith('!'))
const isIncluded = (path: string) => included.some((folder) => path === folder || path.startsWith(`${folder}/`))

function serverSources(): { path: string; text: string }[] {
  return readdirSync(join(packageRoot, 'api'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'vite.config.ts' && !path.startsWith('packaging/'))
    .map((path) => ({ path, text: readFileSync(join(packageRoot, 'api', path), 'utf8') }))
}

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
    const read = serverSources().flatMap(({ text }) => {
      return [...text.matchAll(/join\(packageRoot, ([^)]*)\)/g)].map(([, parts]) =>
        parts!.replaceAll(/['\s]/g, '').replaceAll(',', '/'),
      )
    })
    expect(read.sort()).toEqual(['api/migrations', 'dist/web', 'package.json'])
    for (const path of read) expect(path === 'package.json' || isIncluded(path)).toBe(true)
  })

  it('finds files by its own place in two ways only: below its root, and a thread’s program beside itself', () => {
    const paths = serverSources().filter(({ text }) => /import\.meta\.(url|dirname|filename)|__dirname/.test(text))
    expect(paths.map(({ path }) => path).sort()).toEqual(['operations/package-root.ts', 'workers/worker-file.ts'])
    const threads = [
      ...serverSources()
        .find(({ path }) => path === 'workers/worker-file.ts')!
        .text.matchAll(/'([\w-]+-worker)': /g),
    ]
    expect(threads.length).toBeGreaterThan(2)
    for (const [, thread] of threads) expect(apiBuild.build!.rolldownOptions!.input).toHaveProperty(thread!)
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
